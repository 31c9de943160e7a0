package jp.meguri.gateway.login;

import java.util.List;
import jp.meguri.gateway.edge.EdgeProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The gateway's accounts at the providers, one per city, under the city's slug.
 */
@Component
final class ProviderRegistrations implements ReactiveClientRegistrationRepository {

	private final List<ClientRegistration> all;

	ProviderRegistrations(IdentityProperties settings, EdgeProperties edge) {
		var base = (edge.publicUrl() != null) ? edge.publicUrl().toString().replaceAll("/+$", "") : "{baseUrl}";
		this.all = settings.cities().stream().map((city) -> registration(city, base)).toList();
	}

	@Override
	public Mono<ClientRegistration> findByRegistrationId(String slug) {
		return Mono.justOrEmpty(
				this.all.stream().filter((candidate) -> candidate.getRegistrationId().equals(slug)).findFirst());
	}

	private static ClientRegistration registration(IdentityProperties.CityProvider city, String base) {
		return ClientRegistration.withRegistrationId(city.slug())
			.clientId(city.clientId())
			.clientSecret(city.clientSecret())
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(base + "/login/oauth2/code/{registrationId}")
			.scope(city.scopes())
			.authorizationUri(city.authorizationUri().toString())
			.tokenUri(city.tokenUri().toString())
			.jwkSetUri(city.jwksUri().toString())
			.issuerUri(city.issuer())
			.userNameAttributeName("sub")
			.build();
	}

}
