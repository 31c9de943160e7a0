package jp.meguri.gateway.login;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.identity.keys.KeySet;
import org.springframework.http.HttpStatus;
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
import org.springframework.util.StringUtils;
import reactor.core.publisher.Mono;

/**
 * Which tokens are access tokens for this API: signed by a provider we know with RS256,
 * of type {@code at+jwt}, for our audience, in force. An ID token is none of these.
 */
@Component
public final class AccessTokens {

	private static final Duration SKEW = Duration.ofSeconds(60);

	private static final int LONGEST = 8 * 1024;

	private final Map<String, ReactiveJwtDecoder> ofIssuer;

	AccessTokens(IdentityProperties settings, ProviderKeys keys) {
		this.ofIssuer = settings.cities()
			.stream()
			.collect(Collectors.toUnmodifiableMap(IdentityProperties.CityProvider::issuer,
					(city) -> keys.decoder(city.slug(), rules(city.issuer(), settings.audience()))));
	}

	/** The claims; a {@link BadJwtException} if it is no access token of ours. */
	public Mono<Jwt> read(String token) {
		return Mono.defer(() -> {
			var decoder = this.ofIssuer.get(claimedIssuer(token));
			return (decoder != null) ? decoder.decode(token) : Mono.error(new BadJwtException("Unknown issuer"));
		}).onErrorMap(AccessTokens::refusal);
	}

	/**
	 * Whatever cannot be read is no token; only missing keys are not the caller's fault.
	 */
	private static Throwable refusal(Throwable failure) {
		if (failure instanceof KeySet.KeysUnavailable) {
			return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unavailable", failure)
				.retryAfter(Duration.ofSeconds(10));
		}
		return (failure instanceof BadJwtException) ? failure : new BadJwtException("Unreadable", failure);
	}

	private static String claimedIssuer(String token) {
		if (token.length() > LONGEST) {
			throw new BadJwtException("Too long");
		}
		try {
			var issuer = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
			return (issuer != null) ? issuer : "";
		}
		catch (ParseException | RuntimeException ex) {
			throw new BadJwtException("Malformed", ex);
		}
	}

	private static OAuth2TokenValidator<Jwt> rules(String issuer, String audience) {
		return new DelegatingOAuth2TokenValidator<>(List.of(new JwtIssuerValidator(issuer),
				new JwtTimestampValidator(SKEW), (token) -> result(ProviderKeys.isType(token, "at+jwt"), "type"),
				(token) -> result(token.getAudience() != null && token.getAudience().contains(audience), "audience"),
				(token) -> result(StringUtils.hasText(token.getSubject()), "subject"),
				(token) -> result(token.getExpiresAt() != null, "end")));
	}

	private static OAuth2TokenValidatorResult result(boolean good, String what) {
		return good ? OAuth2TokenValidatorResult.success()
				: OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "Wrong " + what, null));
	}

}
