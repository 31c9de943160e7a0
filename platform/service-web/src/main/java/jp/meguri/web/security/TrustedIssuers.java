package jp.meguri.web.security;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import jp.meguri.identity.keys.KeySet;
import jp.meguri.identity.keys.KeySet.KeysUnavailable;
import jp.meguri.web.security.IdentityProperties.Issuer;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * One verifier per trusted issuer. Keys are fetched when the first token comes: a service
 * starts without its provider. What a provider withdraws ends here within five minutes.
 */
final class TrustedIssuers implements ReactiveAuthenticationManagerResolver<String> {

	private static final Duration SKEW = Duration.ofSeconds(60);

	private static final Duration KEYS_WITHIN = Duration.ofSeconds(3);

	private final Map<String, ReactiveAuthenticationManager> verifiers;

	TrustedIssuers(IdentityProperties identity, InstantSource clock) {
		WebClient keys = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create()
				.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) KEYS_WITHIN.toMillis())
				.responseTimeout(KEYS_WITHIN)))
			.build();
		this.verifiers = identity.issuers()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Issuer::issuer,
					(issuer) -> verifier(issuer, identity.audience(), keys, clock)));
	}

	@Override
	public Mono<ReactiveAuthenticationManager> resolve(String issuer) {
		return Mono.justOrEmpty(this.verifiers.get(issuer));
	}

	private static ReactiveAuthenticationManager verifier(Issuer issuer, String audience, WebClient keys,
			InstantSource clock) {
		KeySet known = new KeySet(keys, URI.create(issuer.jwksUri()), clock);
		var verifier = new JwtReactiveAuthenticationManager(known.decoder(validator(issuer.issuer(), audience)));
		return (token) -> verifier.authenticate(token).onErrorMap(KeysUnavailable.class, TrustedIssuers::outage);
	}

	/** Told as 503: it is not the caller's fault. */
	private static AuthenticationException outage(KeysUnavailable failure) {
		return new AuthenticationServiceException("The provider's keys cannot be read", failure);
	}

	// RFC 9068: an access token says so in its type, which keeps ID tokens out.
	private static OAuth2TokenValidator<Jwt> validator(String issuer, String audience) {
		JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
		time.setAllowEmptyExpiryClaim(false);
		return new DelegatingOAuth2TokenValidator<>(time, new JwtIssuerValidator(issuer),
				new JwtAudienceValidator(audience), new JwtTypeValidator("at+jwt", "application/at+jwt"));
	}

}
