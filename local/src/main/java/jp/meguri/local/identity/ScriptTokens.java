package jp.meguri.local.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Access tokens for scripts: {@code ./meguri token USER}. Whoever can read the secret
 * under {@code .meguri} can also read the keys there, so nothing is given away.
 */
@RestController
final class ScriptTokens {

	/** Header in which the caller shows the secret. */
	static final String SECRET = "X-Meguri-Script-Secret";

	private static final Duration LIFETIME = Duration.ofHours(1);

	private final ProviderProperties settings;

	private final IssuerKeys keys;

	ScriptTokens(ProviderProperties settings, IssuerKeys keys) {
		this.settings = settings;
		this.keys = keys;
	}

	@PostMapping("/script-token")
	ResponseEntity<String> token(@RequestHeader(SECRET) String secret, @RequestParam String user,
			HttpServletRequest request) {
		if (!isEqual(secret, this.settings.scriptSecret())) {
			return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
		}
		return ResponseEntity
			.of(DemoCity.ofLogin(user).map((city) -> accessToken(city, city.issuer(request.getServerPort()), user)));
	}

	private String accessToken(DemoCity city, String issuer, String user) {
		var now = Instant.now();
		var header = JwsHeader.with(SignatureAlgorithm.RS256).type(AccessTokenShape.TYPE).build();
		var claims = JwtClaimsSet.builder()
			.issuer(issuer)
			.subject(user)
			.audience(List.of(AccessTokenShape.AUDIENCE))
			.issuedAt(now)
			.notBefore(now)
			.expiresAt(now.plus(LIFETIME))
			.id(UUID.randomUUID().toString())
			.claim("scope", "openid profile")
			.build();
		var encoder = new NimbusJwtEncoder(new ImmutableJWKSet<SecurityContext>(this.keys.of(city)));
		return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
	}

	private static boolean isEqual(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

}
