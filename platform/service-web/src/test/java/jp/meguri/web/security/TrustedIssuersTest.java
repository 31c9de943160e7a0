package jp.meguri.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import jp.meguri.web.security.IdentityProperties.Issuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/**
 * A provider that exchanges its keys, withdraws one, or is down.
 */
class TrustedIssuersTest {

	private static final String ISSUER = "https://provider.example/nagisa";

	private static final RSAKey OLD = key("old");

	private static final RSAKey NEW = key("new");

	private volatile RSAKey published = OLD;

	private Duration passed = Duration.ZERO;

	private HttpServer provider;

	private TrustedIssuers issuers;

	@BeforeEach
	void start() throws IOException {
		this.provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.provider.createContext("/keys", (exchange) -> {
			byte[] body = new JWKSet(this.published.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.provider.start();
		String keys = "http://127.0.0.1:" + this.provider.getAddress().getPort() + "/keys";
		this.issuers = new TrustedIssuers(new IdentityProperties(List.of(new Issuer(ISSUER, keys)), "meguri-api"),
				() -> Instant.now().plus(this.passed));
	}

	@AfterEach
	void stop() {
		this.provider.stop(0);
	}

	@Test
	void aWithdrawnKey_isForgottenWithinFiveMinutes_thoughNobodyNamesAnother() {
		assertAccepted(OLD);
		this.published = NEW;
		this.passed = Duration.ofMinutes(5);
		authenticate(OLD).as(StepVerifier::create)
			.expectError(InvalidBearerTokenException.class)
			.verify(Duration.ofSeconds(10));
		assertAccepted(NEW);
	}

	@Test
	void whileTheProviderIsDown_theLastKnownKeysServe() {
		assertAccepted(OLD);
		this.provider.stop(0);
		this.passed = Duration.ofHours(1);
		assertAccepted(OLD);
	}

	@Test
	void withoutAnyKey_anOutageIsNoWrongToken() {
		this.provider.stop(0);
		authenticate(OLD).as(StepVerifier::create)
			.expectError(AuthenticationServiceException.class)
			.verify(Duration.ofSeconds(10));
	}

	private void assertAccepted(RSAKey key) {
		authenticate(key).as(StepVerifier::create)
			.assertNext((caller) -> assertThat(caller.getName()).isEqualTo("sato"))
			.expectComplete()
			.verify(Duration.ofSeconds(10));
	}

	private Mono<Authentication> authenticate(RSAKey key) {
		return this.issuers.resolve(ISSUER)
			.flatMap((manager) -> manager.authenticate(new BearerTokenAuthenticationToken(token(key))));
	}

	private static String token(RSAKey key) {
		try {
			JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID())
				.type(new JOSEObjectType("at+jwt"))
				.build();
			SignedJWT token = new SignedJWT(header,
					new JWTClaimsSet.Builder().issuer(ISSUER)
						.subject("sato")
						.audience("meguri-api")
						.expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
						.build());
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey key(String name) {
		try {
			return new RSAKeyGenerator(2048).keyID(name).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
