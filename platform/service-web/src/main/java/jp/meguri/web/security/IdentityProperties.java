package jp.meguri.web.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed. An issuer's city is known from the directory, not from here.
 *
 * @param issuers the trusted identity providers
 * @param audience what a token for this API names in {@code aud}; never a client's id
 */
@ConfigurationProperties("meguri.identity")
public record IdentityProperties(@DefaultValue List<Issuer> issuers, @DefaultValue("meguri-api") String audience) {

	/**
	 * @param issuer exactly as the provider writes it into {@code iss}
	 * @param jwksUri where its public keys are
	 */
	public record Issuer(String issuer, String jwksUri) {
	}

}
