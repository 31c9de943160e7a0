package jp.meguri.gateway.access;

import java.util.Objects;
import jp.meguri.gateway.login.AccessTokens;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Callers that bring a token of their own: scripts and tests.
 */
@Component
final class BearerAuthentication implements ReactiveAuthenticationManager {

	private final AccessTokens accessTokens;

	BearerAuthentication(AccessTokens accessTokens) {
		this.accessTokens = accessTokens;
	}

	@Override
	public Mono<Authentication> authenticate(Authentication authentication) {
		if (!(authentication instanceof BearerTokenAuthenticationToken bearer)) {
			return Mono.empty();
		}
		return this.accessTokens.read(bearer.getToken())
			.map((jwt) -> new Caller(jwt.getClaimAsString("iss"), Objects.requireNonNull(jwt.getSubject())))
			.<Authentication>map((caller) -> CallerAuthentication.byToken(caller, bearer.getToken()))
			.onErrorMap(BadJwtException.class, (ex) -> new InvalidBearerTokenException("invalid_token"));
	}

}
