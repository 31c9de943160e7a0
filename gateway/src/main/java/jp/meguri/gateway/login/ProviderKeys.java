package jp.meguri.gateway.login;

import com.nimbusds.jose.JOSEObjectType;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * The keys of all providers, and decoders that accept RS256 under them and nothing else.
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
		var keys = Objects.requireNonNull(this.ofCity.get(city));
		var decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::candidates)
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.validateType(false)
			.build();
		decoder.setJwtValidator(rules);
		return decoder;
	}

	static boolean isType(Jwt token, String type) {
		var given = token.getHeaders().get("typ");
		return given != null && new JOSEObjectType(type).equals(new JOSEObjectType(given.toString()));
	}

}
