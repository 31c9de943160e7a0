package jp.meguri.local.identity;

import java.util.List;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Access tokens say that they are some (RFC 9068) and for which API; ID tokens keep the
 * client as audience and carry the name.
 */
@Component
final class AccessTokenShape implements OAuth2TokenCustomizer<JwtEncodingContext> {

	static final String TYPE = "at+jwt";

	static final String AUDIENCE = "meguri-api";

	@Override
	public void customize(JwtEncodingContext context) {
		if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			context.getJwsHeader().type(TYPE);
			context.getClaims().audience(List.of(AUDIENCE));
		}
		else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
			var login = context.getPrincipal().getName();
			DemoCity.ofLogin(login)
				.flatMap((city) -> city.person(login))
				.ifPresent((person) -> context.getClaims()
					.claim("name", person.name())
					.claim("preferred_username", person.login()));
		}
	}

}
