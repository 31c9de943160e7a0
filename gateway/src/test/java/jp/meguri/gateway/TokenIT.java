package jp.meguri.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tokens that are not access tokens for this API are all answered alike.
 */
class TokenIT extends WholeGateway {

	@Test
	void theRightToken_isAccepted() {
		assertThat(script("nagisa", "sato", "/api/me").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("wrongTokens")
	void aWrongToken_is401(String what, String token) {
		var answer = withToken(token, "GET", "/api/goals/sheets");
		assertThat(problem(answer)).isEqualTo("401 unauthenticated");
		assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
		assertThat(service.received()).isEmpty();
	}

	@Test
	void unknownKeyNames_doNotMakeTheGatewayReadKeysAgainAndAgain() throws JOSEException {
		script("nagisa", "sato", "/api/me");
		int before = provider.keyReads();
		for (int i = 0; i < 50; i++) {
			withToken(signed(header(JWSAlgorithm.RS256, "at+jwt").keyID("invented-" + i), good().build(), otherKey()),
					"GET", "/api/me");
		}
		assertThat(provider.keyReads() - before).isLessThanOrEqualTo(1);
	}

	static Stream<Arguments> wrongTokens() throws JOSEException {
		var key = provider.key();
		var pem = "-----BEGIN PUBLIC KEY-----\n"
				+ Base64.getMimeEncoder().encodeToString(key.toRSAPublicKey().getEncoded())
				+ "\n-----END PUBLIC KEY-----\n";
		var good = provider.accessToken("nagisa", "sato");
		var parts = good.split("\\.");
		return Stream.of(arguments("ID token", provider.sign("JWT", good().audience("meguri-gateway").build())),
				arguments("type JWT", provider.sign("JWT", good().build())),
				arguments("type of a logout token", provider.sign("logout+jwt", good().build())),
				arguments("other audience", provider.sign("at+jwt", good().audience("meguri-gateway").build())),
				arguments("no audience", provider.sign("at+jwt", good().audience((String) null).build())),
				arguments("other issuer", provider.sign("at+jwt", good().issuer("https://evil.example").build())),
				arguments("issuer with a slash",
						provider.sign("at+jwt", good().issuer(provider.issuer("nagisa") + "/").build())),
				arguments("no issuer", provider.sign("at+jwt", good().issuer(null).build())),
				arguments("no subject", provider.sign("at+jwt", good().subject(null).build())),
				arguments("expired", provider.sign("at+jwt", good().expirationTime(ago(61)).build())),
				arguments("no end", provider.sign("at+jwt", good().expirationTime(null).build())),
				arguments("end as text", provider.sign("at+jwt", good().claim("exp", "tomorrow").build())),
				arguments("endless end", provider.sign("at+jwt", good().claim("exp", 1e308).build())),
				arguments("not yet", provider.sign("at+jwt", good().notBeforeTime(ago(-120)).build())),
				arguments("alg none", new PlainJWT(good().build()).serialize()),
				arguments("alg nOnE", base64("{\"alg\":\"nOnE\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "."),
				arguments("empty signature", parts[0] + "." + parts[1] + "."),
				arguments("HS256 with the public key, PEM", hs256(pem.getBytes(StandardCharsets.US_ASCII))),
				arguments("HS256 with the public key, DER", hs256(key.toRSAPublicKey().getEncoded())),
				arguments("RS512", signed(header(JWSAlgorithm.RS512, "at+jwt").keyID("key-1"), good().build(),
						key)),
				arguments("PS256", signed(header(JWSAlgorithm.PS256, "at+jwt").keyID("key-1"), good().build(), key)),
				arguments("other key, same name",
						signed(header(JWSAlgorithm.RS256, "at+jwt").keyID("key-1"), good().build(), otherKey())),
				arguments("other key in jwk",
						signed(header(JWSAlgorithm.RS256, "at+jwt").jwk(otherKey().toPublicJWK()), good().build(),
								otherKey())),
				arguments("other key in jku",
						signed(header(JWSAlgorithm.RS256, "at+jwt").jwkURL(URI.create("https://evil.example"))
							.keyID("x"), good().build(), otherKey())),
				arguments("unknown crit",
						signed(header(JWSAlgorithm.RS256, "at+jwt").keyID("key-1")
							.criticalParams(Set.of("x"))
							.customParam("x", 1), good().build(), key)),
				arguments("changed claims", parts[0] + "." + base64("{\"sub\":\"suzuki\"}") + "." + parts[2]),
				arguments("key name as path",
						signed(header(JWSAlgorithm.RS256, "at+jwt").keyID("../../etc/passwd"), good().build(),
								otherKey())),
				arguments("not a token", "abc"), arguments("three dots", "..."), arguments("four parts", good + ".x"),
				arguments("long", provider.sign("at+jwt", good().claim("x", "y".repeat(7_000)).build())));
	}

	@Test
	void theOrderOfAudiences_doesNotMatter() {
		var token = provider.sign("at+jwt", good().audience(List.of("other", "meguri-api")).build());
		assertThat(withToken(token, "GET", "/api/me").statusCode()).isEqualTo(200);
	}

	@Test
	void aTokenOfOneCity_saysNothingAboutPeopleOfAnother() {
		assertThat(problem(script("tsukimi", "sato", "/api/me"))).isEqualTo("403 no-assignment");
	}

	private static JWTClaimsSet.Builder good() {
		return provider.claims("nagisa", "sato");
	}

	private static Date ago(long seconds) {
		return Date.from(Instant.now().minusSeconds(seconds));
	}

	private static JWSHeader.Builder header(JWSAlgorithm algorithm, String type) {
		return new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type));
	}

	private static String signed(JWSHeader.Builder header, JWTClaimsSet claims, RSAKey key) throws JOSEException {
		var token = new SignedJWT(header.build(), claims);
		token.sign(new RSASSASigner(key));
		return token.serialize();
	}

	private static String hs256(byte[] secret) throws JOSEException {
		var token = new SignedJWT(header(JWSAlgorithm.HS256, "at+jwt").keyID("key-1").build(), good().build());
		token.sign(new MACSigner(secret));
		return token.serialize();
	}

	private static RSAKey otherKey() throws JOSEException {
		return OtherKey.KEY;
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static final class OtherKey {

		private static final RSAKey KEY = generate();

		private static RSAKey generate() {
			try {
				return new RSAKeyGenerator(2048).generate();
			}
			catch (JOSEException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
