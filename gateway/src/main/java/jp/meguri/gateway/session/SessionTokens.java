package jp.meguri.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.web.Digest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The access token of a session, renewed shortly before it ends. However many requests
 * come at once, one of them renews: in this process by sharing the attempt, among
 * gateways by locking the row. A browser that hangs up does not stop a renewal, since the
 * provider may already have replaced the refresh token.
 */
@Component
public class SessionTokens {

	private final TokenRepository tokens;

	private final SessionRepository sessions;

	private final TokenRenewal renewal;

	private final TransactionalOperator transaction;

	private final Clock clock = Clock.systemUTC();

	private final Map<String, Mono<Tokens>> renewing = new ConcurrentHashMap<>();

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

	/** A token the services accept; 401 if the sign-in has ended. */
	public Mono<String> accessToken(WebSession session) {
		var city = SignedIn.in(session).map(SignedIn::city).orElse("");
		var hash = Digest.sha256(session.getId());
		return this.tokens.find(hash)
			.flatMap((found) -> found.isFresh(this.clock.instant()) ? Mono.just(found) : shared(hash, city))
			.map(Tokens::access)
			.switchIfEmpty(Mono.error(Problem::unauthenticated))
			.onErrorResume(TokenRenewal.SignInEnded.class,
					(ended) -> this.sessions.deleteById(session.getId()).then(Mono.error(Problem::unauthenticated)));
	}

	private Mono<Tokens> shared(String hash, String city) {
		return this.renewing.computeIfAbsent(hash,
				(key) -> locked(hash, city).doFinally((end) -> this.renewing.remove(hash)).cache());
	}

	private Mono<Tokens> locked(String hash, String city) {
		return this.tokens.lock(hash)
			.flatMap((found) -> found.isFresh(this.clock.instant()) ? Mono.just(found) : renewed(hash, city, found))
			.as(this.transaction::transactional);
	}

	private Mono<Tokens> renewed(String hash, String city, Tokens old) {
		return this.renewal.renew(city, old)
			.onErrorResume((failure) -> !(failure instanceof TokenRenewal.SignInEnded),
					(failure) -> onward(old, failure))
			.flatMap((fresh) -> (fresh == old) ? Mono.just(old) : this.tokens.save(hash, fresh).thenReturn(fresh));
	}

	/** The provider cannot be asked: the old token serves as long as it lives. */
	private Mono<Tokens> onward(Tokens old, Throwable failure) {
		if (old.isValid(this.clock.instant())) {
			return Mono.just(old);
		}
		return Mono.error(() -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unavailable", failure)
			.retryAfter(Duration.ofSeconds(10)));
	}

}
