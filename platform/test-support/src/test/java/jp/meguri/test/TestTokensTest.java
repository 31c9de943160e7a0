package jp.meguri.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import org.junit.jupiter.api.Test;

class TestTokensTest {

	@Test
	void token_isSignedWithThePublishedKey() throws Exception {
		SignedJWT token = SignedJWT.parse(TestTokens.tokenFor("nagisa", "sato"));
		JWKSet keys = JWKSet.load(URI.create(TestTokens.issuer("nagisa") + "/oauth2/jwks").toURL());
		assertThat(token.verify(new RSASSAVerifier(keys.getKeys().get(0).toRSAKey()))).isTrue();
		assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
		assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("sato");
		assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("meguri-api");
		SignedJWT foreign = SignedJWT.parse(TestTokens.of("nagisa", "sato").signWithForeignKey());
		assertThat(foreign.verify(new RSASSAVerifier(keys.getKeys().get(0).toRSAKey()))).isFalse();
	}

}
