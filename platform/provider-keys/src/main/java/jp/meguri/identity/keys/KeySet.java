package jp.meguri.identity.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The public keys of one provider. Read when first needed, again when a token names an
 * unknown key, and never twice within {@link #PAUSE}, however many invented key names
 * arrive. What has grown older than {@link #LIFE} is read again too, so that a key the
 * provider has withdrawn ends here as well. While the provider is down the last known
 * keys serve.
 */
public final class KeySet {

	private static final Duration PAUSE = Duration.ofSeconds(30);

	private static final Duration LIFE = Duration.ofMinutes(5);

	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

	private final WebClient http;

	private final URI address;

	private final InstantSource clock;

	private final AtomicReference<Keys> known = new AtomicReference<>(new Keys(List.of(), Instant.MIN, Instant.MIN));

	private final Mono<Keys> reading;

	/**
	 * Asks nobody yet.
	 * @param http how to ask, with limits of its own
	 * @param address where the provider publishes its keys
	 */
	public KeySet(WebClient http, URI address, InstantSource clock) {
		this.http = http;
		this.address = address;
		this.clock = clock;
		this.reading = Flux.defer(this::read).share().next();
	}

	/**
	 * Accepts RS256 under these keys and nothing else, and what the rules ask for. An
	 * outage with no key known is {@link KeysUnavailable}, not a wrong token.
	 */
	public ReactiveJwtDecoder decoder(OAuth2TokenValidator<Jwt> rules) {
		var decoder = NimbusReactiveJwtDecoder.withJwkSource(this::candidates)
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.validateType(false)
			.build();
		decoder.setJwtValidator(rules);
		return (token) -> decoder.decode(token).onErrorMap(KeySet::outage);
	}

	/** The decoder puts failures of its source of keys into another. */
	private static Throwable outage(Throwable failure) {
		return (failure.getCause() instanceof KeysUnavailable outage) ? outage : failure;
	}

	/** The keys that may have signed this token. */
	Flux<JWK> candidates(SignedJWT token) {
		var selector = new JWKSelector(
				new JWKMatcher.Builder().keyType(KeyType.RSA).keyID(token.getHeader().getKeyID()).build());
		return Mono.fromSupplier(this.known::get)
			.filter((keys) -> keys.isEnough(selector, this.clock.instant()))
			.switchIfEmpty(this.reading.onErrorResume((failure) -> known(selector, failure)))
			.flatMapIterable((keys) -> selector.select(keys.read().set()));
	}

	private Mono<Keys> known(JWKSelector selector, Throwable failure) {
		var keys = this.known.get();
		return selector.select(keys.set()).isEmpty() ? Mono.error(failure) : Mono.just(keys);
	}

	private Mono<Keys> read() {
		return this.http.get()
			.uri(this.address)
			.retrieve()
			.bodyToMono(String.class)
			.map(this::keys)
			.doOnNext(this.known::set)
			.doOnError((failure) -> postpone())
			.onErrorMap(KeysUnavailable::new);
	}

	private Keys keys(String json) {
		try {
			var now = this.clock.instant();
			return new Keys(JWKSet.parse(json).getKeys(), now.plus(PAUSE), now.plus(LIFE));
		}
		catch (ParseException ex) {
			throw new IllegalStateException("The provider's key set is not one", ex);
		}
	}

	private void postpone() {
		var now = this.clock.instant();
		this.known.updateAndGet((keys) -> new Keys(keys.all(), now.plus(PAUSE_AFTER_FAILURE), now.plus(PAUSE)));
	}

	/**
	 * @param nextRead before then an unknown key stays unknown
	 * @param until before then known keys are not doubted
	 */
	private record Keys(List<JWK> all, Instant nextRead, Instant until) {

		boolean isEnough(JWKSelector selector, Instant now) {
			return now.isBefore(selector.select(set()).isEmpty() ? this.nextRead : this.until);
		}

		Keys read() {
			if (this.all.isEmpty()) {
				throw new KeysUnavailable(null);
			}
			return this;
		}

		JWKSet set() {
			return new JWKSet(this.all);
		}

	}

	/** The provider cannot be asked, and nothing is known from before. */
	public static final class KeysUnavailable extends IllegalStateException {

		private static final long serialVersionUID = 1L;

		KeysUnavailable(@Nullable Throwable cause) {
			super("The provider's keys cannot be read", cause);
		}

	}

}
