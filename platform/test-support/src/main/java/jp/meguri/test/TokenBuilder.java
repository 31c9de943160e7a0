package jp.meguri.test;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * A token in the making; right until it is changed.
 */
public final class TokenBuilder {

	private final JWTClaimsSet.Builder claims;

	private JOSEObjectType type;

	TokenBuilder(String issuer, String subject, JOSEObjectType type) {
		this.type = type;
		Instant now = Instant.now();
		this.claims = new JWTClaimsSet.Builder().issuer(issuer)
			.subject(subject)
			.audience(TestTokens.AUDIENCE)
			.jwtID(UUID.randomUUID().toString())
			.issueTime(Date.from(now))
			.notBeforeTime(Date.from(now))
			.expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
	}

	public TokenBuilder audience(String audience) {
		this.claims.audience(audience);
		return this;
	}

	public TokenBuilder issuer(String issuer) {
		this.claims.issuer(issuer);
		return this;
	}

	/** {@code typ: JWT} and the client as audience, as in an ID token. */
	public TokenBuilder asIdToken() {
		this.type = JOSEObjectType.JWT;
		return audience("meguri-gateway");
	}

	public TokenBuilder type(String text) {
		this.type = new JOSEObjectType(text);
		return this;
	}

	public TokenBuilder claim(String name, Object value) {
		this.claims.claim(name, value);
		return this;
	}

	/** Ended two minutes ago, beyond any clock skew. */
	public TokenBuilder expired() {
		this.claims.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(2))));
		return this;
	}

	public String sign() {
		return signWith(TestTokens.KEY);
	}

	/** With the right key id and a wrong key. */
	public String signWithForeignKey() {
		try {
			return signWith(new RSAKeyGenerator(2048).keyID("test").generate());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** {@code alg: none}. */
	public String unsigned() {
		return new PlainJWT(this.claims.build()).serialize();
	}

	/** HS256 with the public key as the secret. */
	public String signWithPublicKeyAsSecret() {
		try {
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.HS256).type(this.type).keyID("test").build(),
					this.claims.build());
			token.sign(new MACSigner(TestTokens.KEY.toRSAPublicKey().getEncoded()));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String signWith(RSAKey key) {
		try {
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.RS256).type(this.type).keyID(key.getKeyID()).build(),
					this.claims.build());
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
