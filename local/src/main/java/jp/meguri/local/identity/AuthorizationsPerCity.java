package jp.meguri.local.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.stereotype.Component;

/**
 * Codes and refresh tokens, known only to the city that gave them out. Spring compares
 * the client id alone, which is the same everywhere: without this, a code of one city
 * buys a token of another.
 */
@Component
final class AuthorizationsPerCity implements OAuth2AuthorizationService {

	private final Map<String, OAuth2AuthorizationService> ofIssuer = new ConcurrentHashMap<>();

	@Override
	public void save(OAuth2Authorization authorization) {
		here().save(authorization);
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		here().remove(authorization);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return here().findById(id);
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		return here().findByToken(token, type);
	}

	private OAuth2AuthorizationService here() {
		return this.ofIssuer.computeIfAbsent(AuthorizationServerContextHolder.getContext().getIssuer(),
				(issuer) -> new InMemoryOAuth2AuthorizationService());
	}

}
