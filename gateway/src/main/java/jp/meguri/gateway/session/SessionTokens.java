package jp.meguri.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.web.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The access token of a session. It is renewed aside while there is time, so that nobody
 * waits for the provider; shortly before its end requests wait for the new one. However
 * many come at once, one renews: in this process by sharing the attempt, among gateways
 * by locking the row. A browser that hangs up does not stop a renewal, since the provider
 * may already have replaced the refresh token.
 */
@Component
public class SessionTokens {

	private static final Logger logger = LoggerFactory.getLogger(SessionTokens.class);

	/** A provider that failed is left alone so long by those whose token still lasts. */
	private static final Duration PAUSE = Duration.ofSeconds(10);

	/** And so long by those who need a new one. */
	private static final Duration SHORT_PAUSE = Duration.ofSeconds(2);

	private final TokenRepository tokens;

	private final SessionRepository sessions;

	private final TokenRenewal renewal;

	private final TransactionalOperator transaction;

	private final Clock clock = Clock.systemUTC();

	private final Map<String, Mono<Tokens>> renewing = new ConcurrentHashMap<>();

	private final Map<String, Instant> failedAt = new ConcurrentHashMap<>();

	SessionTokens(TokenRepository tokens, SessionRepository sessions, TokenRenewal renewal,
			TransactionalOperator transaction) {
		this.tokens = tokens;
		this.sessions = sessions;
		this.renewal = renewal;
		this.transaction = transaction;
	}

	/** Keeps the tokens of a sign-in; the session is saved already. */
	public Mono<Void> keep(WebSession session, Tokens received) {
		return Mono.defer(() -> this.tokens.save(Digest.sha256(session.getId()), received));
	}

	/** What names this sign-in to the provider; empty if nothing does. */
	public Mono<String> identityToken(WebSession session) {
		return this.tokens.find(Digest.sha256(session.getId())).flatMap((found) -> Mono.justOrEmpty(found.identity()));
	}

	/** A token the services accept; 401 if the sign-in has ended. */
	public Mono<String> accessToken(WebSession session) {
		var city = SignedIn.in(session).map(SignedIn::city).orElse("");
		var hash = Digest.sha256(session.getId());
		return this.tokens.find(hash)
			.flatMap((found) -> good(hash, city, found))
			.map(Tokens::access)
			.switchIfEmpty(Mono.error(Problem::unauthenticated))
			.onErrorMap(TokenRenewal.SignInEnded.class, (ended) -> Problem.unauthenticated());
	}

	private Mono<Tokens> good(String hash, String city, Tokens found) {
		var now = this.clock.instant();
		if (found.isFresh(now)) {
			return Mono.just(found);
		}
		if (found.isLasting(now)) {
			renewAside(hash, city, now);
			return Mono.just(found);
		}
		return isLeftAlone(city, now, SHORT_PAUSE) ? onward(found, new IllegalStateException("The provider failed"))
				: shared(hash, city);
	}

	private void renewAside(String hash, String city, Instant now) {
		if (!isLeftAlone(city, now, PAUSE)) {
			shared(hash, city).subscribe((renewed) -> {
			}, (failure) -> logger.debug("A token is not renewed: {}", failure.toString()));
		}
	}

	private boolean isLeftAlone(String city, Instant now, Duration pause) {
		var failure = this.failedAt.get(city);
		return failure != null && now.isBefore(failure.plus(pause));
	}

	private Mono<Tokens> shared(String hash, String city) {
		return this.renewing.computeIfAbsent(hash,
				(key) -> locked(hash, city).onErrorResume(TokenRenewal.SignInEnded.class, (ended) -> end(hash, ended))
					.doFinally((end) -> this.renewing.remove(hash))
					.cache());
	}

	private Mono<Tokens> end(String hash, TokenRenewal.SignInEnded ended) {
		return this.sessions.delete(hash).then(Mono.error(ended));
	}

	private Mono<Tokens> locked(String hash, String city) {
		return this.tokens.lock(hash)
			.flatMap((found) -> found.isFresh(this.clock.instant()) ? Mono.just(found) : renewed(hash, city, found))
			.as(this.transaction::transactional);
	}

	private Mono<Tokens> renewed(String hash, String city, Tokens old) {
		return this.renewal.renew(city, old)
			.doOnNext((fresh) -> this.failedAt.remove(city))
			.onErrorResume((failure) -> !(failure instanceof TokenRenewal.SignInEnded), (failure) -> {
				this.failedAt.put(city, this.clock.instant());
				return onward(old, failure);
			})
			.flatMap((fresh) -> (fresh == old) ? Mono.just(old) : this.tokens.save(hash, fresh).thenReturn(fresh));
	}

	/** The provider cannot be asked: the old token serves as long as it lives. */
	private Mono<Tokens> onward(Tokens old, Throwable failure) {
		if (old.isValid(this.clock.instant())) {
			return Mono.just(old);
		}
		return Mono.error(() -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unavailable", failure)
			.retryAfter(Duration.ofSeconds(5)));
	}

}
