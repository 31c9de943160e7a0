package jp.meguri.gateway.login;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.meguri.gateway.login.IdentityProperties.CityProvider;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Which tokens are orders of a provider to end sessions (OpenID Connect Back-Channel
 * Logout 1.0, 2.6): signed by it for the gateway, in force, with the event and without a
 * nonce. An ID token or access token is none of these.
 */
@Component
final class LogoutTokens {

	private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

	private static final Duration SKEW = Duration.ofSeconds(60);

	private static final int LONGEST = 8 * 1024;

	private final Map<String, ReactiveJwtDecoder> ofCity;

	LogoutTokens(IdentityProperties settings, ProviderKeys keys) {
		this.ofCity = settings.cities()
			.stream()
			.collect(Collectors.toUnmodifiableMap(CityProvider::slug,
					(city) -> keys.decoder(city.slug(), rules(city.issuer(), city.clientId()))));
	}

	/** The claims; a {@link BadJwtException} if it is no such order. */
	Mono<Jwt> read(String city, String token) {
		var decoder = this.ofCity.get(city);
		if (decoder == null || token.isEmpty() || token.length() > LONGEST) {
			return Mono.error(() -> new BadJwtException("No logout token"));
		}
		return decoder.decode(token);
	}

	private static OAuth2TokenValidator<Jwt> rules(String issuer, String client) {
		return new DelegatingOAuth2TokenValidator<>(List.of(new JwtIssuerValidator(issuer),
				new JwtTimestampValidator(SKEW), (token) -> result(!ProviderKeys.isType(token, "at+jwt"), "type"),
				(token) -> result(token.getAudience() != null && token.getAudience().contains(client), "audience"),
				(token) -> result(token.getIssuedAt() != null, "time"),
				(token) -> result(isOrder(token.getClaims().get("events")), "event"),
				(token) -> result(!token.hasClaim("nonce"), "nonce"),
				(token) -> result(token.hasClaim("sid") || token.hasClaim("sub"), "subject")));
	}

	private static boolean isOrder(Object events) {
		return events instanceof Map<?, ?> map && map.get(EVENT) instanceof Map<?, ?>;
	}

	private static OAuth2TokenValidatorResult result(boolean good, String what) {
		return good ? OAuth2TokenValidatorResult.success()
				: OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request", "Wrong " + what, null));
	}

}
