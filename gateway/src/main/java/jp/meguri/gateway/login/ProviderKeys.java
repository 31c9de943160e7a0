package jp.meguri.gateway.login;

import com.nimbusds.jose.JOSEObjectType;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.meguri.identity.keys.KeySet;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * The keys of all providers, and decoders under them.
 */
@Component
final class ProviderKeys {

	private final Map<String, KeySet> ofCity;

	ProviderKeys(IdentityProperties settings, ProviderClient client) {
		this.ofCity = settings.cities()
			.stream()
			.collect(Collectors.toUnmodifiableMap(IdentityProperties.CityProvider::slug,
					(city) -> new KeySet(client.http(), city.jwksUri(), InstantSource.system())));
	}

	ReactiveJwtDecoder decoder(String city, OAuth2TokenValidator<Jwt> rules) {
		return Objects.requireNonNull(this.ofCity.get(city)).decoder(rules);
	}

	static boolean isType(Jwt token, String type) {
		var given = token.getHeaders().get("typ");
		return given != null && new JOSEObjectType(type).equals(new JOSEObjectType(given.toString()));
	}

}
