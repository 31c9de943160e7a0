package jp.meguri.gateway.login;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity providers people sign in at. Their addresses are written out: the gateway
 * starts while a provider is down.
 *
 * @param audience what an access token must name to be for this API
 * @param cities one provider per city; one more for the operators
 */
@ConfigurationProperties("meguri.identity")
public record IdentityProperties(@DefaultValue("meguri-api") String audience, @DefaultValue List<CityProvider> cities) {

	public IdentityProperties {
		cities = List.copyOf(cities);
	}

	public Optional<CityProvider> city(String slug) {
		return this.cities.stream().filter((city) -> city.slug().equals(slug)).findFirst();
	}

	/**
	 * The provider of one city and the gateway's account there.
	 *
	 * @param slug short name of the city in addresses: {@code /login/nagisa}
	 * @param issuer who the tokens must say they are from
	 * @param clientId the gateway's name at the provider
	 * @param clientSecret its secret
	 * @param authorizationUri where the browser is sent to
	 * @param tokenUri where codes and refresh tokens are exchanged
	 * @param jwksUri where the provider's keys stand
	 * @param endSessionUri where the browser ends its sign-in at the provider; unset:
	 * signing out ends the session here only
	 * @param scopes what is asked for
	 */
	public record CityProvider(String slug, String issuer, String clientId, String clientSecret, URI authorizationUri,
			URI tokenUri, URI jwksUri, @Nullable URI endSessionUri, @DefaultValue( {
					"openid", "profile" }) Set<String> scopes){

		@Override
		public String toString() {
			return "CityProvider[" + this.slug + ", " + this.issuer + "]";
		}

	}

}
