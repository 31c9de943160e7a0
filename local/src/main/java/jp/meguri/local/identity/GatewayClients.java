package jp.meguri.local.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * The gateway's account at each city: the same client id everywhere, other addresses to
 * come back to.
 */
@Component
final class GatewayClients implements RegisteredClientRepository {

	static final String CLIENT_ID = "meguri-gateway";

	private final ProviderProperties settings;

	private final Map<String, RegisteredClient> ofCity;

	GatewayClients(ProviderProperties settings) {
		this.settings = settings;
		this.ofCity = DemoCity.ALL.stream()
			.map(DemoCity::slug)
			.collect(Collectors.toUnmodifiableMap(Function.identity(), this::client));
	}

	private RegisteredClient client(String slug) {
		return RegisteredClient.withId(CLIENT_ID + "@" + slug)
			.clientId(CLIENT_ID)
			.clientSecret(this.settings.clientSecret())
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.redirectUris((uris) -> this.settings.publicUrls()
				.forEach((url) -> uris.add(url.resolve("/login/oauth2/code/" + slug).toString())))
			.postLogoutRedirectUris((uris) -> this.settings.publicUrls().forEach((url) -> uris.add(home(url))))
			.scope(OidcScopes.OPENID)
			.scope(OidcScopes.PROFILE)
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
			.tokenSettings(TokenSettings.builder()
				.accessTokenTimeToLive(Duration.ofMinutes(15))
				.refreshTokenTimeToLive(Duration.ofHours(12))
				.reuseRefreshTokens(true)
				.build())
			.build();
	}

	private static String home(URI url) {
		return url.resolve("/").toString();
	}

	@Override
	public void save(RegisteredClient client) {
		throw new IllegalStateException("The list of clients is fixed");
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return this.ofCity.values().stream().filter((client) -> client.getId().equals(id)).findFirst().orElse(null);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		var issuer = AuthorizationServerContextHolder.getContext().getIssuer();
		var client = this.ofCity.get(issuer.substring(issuer.lastIndexOf('/') + 1));
		return (client != null && client.getClientId().equals(clientId)) ? client : null;
	}

}
