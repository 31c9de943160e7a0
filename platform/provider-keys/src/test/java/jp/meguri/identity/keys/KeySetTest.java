package jp.meguri.identity.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class KeySetTest {

	private static final RSAKey OLD = key("old");

	private static final RSAKey NEW = key("new");

	private static final URI ADDRESS = URI.create("http://provider/keys");

	private final AtomicReference<List<RSAKey>> published = new AtomicReference<>(List.of(OLD));

	private final AtomicInteger reads = new AtomicInteger();

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));

	private boolean down;

	private final KeySet keys = new KeySet(WebClient.builder().exchangeFunction(provider()).build(), ADDRESS,
			this.now::get);

	@Test
	void keys_areReadOnce_whileTheyAreYoung() {
		assertKnown("old");
		pass(Duration.ofMinutes(4));
		assertKnown("old");
		assertThatReadsAre(1);
	}

	@Test
	void aNewKey_isLearnedWithTheFirstTokenThatNamesIt() {
		assertKnown("old");
		this.published.set(List.of(NEW, OLD));
		pass(Duration.ofSeconds(31));
		assertKnown("new");
		assertKnown("old");
		assertThatReadsAre(2);
	}

	@Test
	void inventedKeys_areNotAskedForAgain_within30Seconds() {
		for (int i = 0; i < 100; i++) {
			assertUnknown("invented-" + i);
		}
		assertThatReadsAre(1);
	}

	@Test
	void aWithdrawnKey_endsAfterFiveMinutes_thoughNoOtherIsNamed() {
		assertKnown("old");
		this.published.set(List.of(NEW));
		pass(Duration.ofMinutes(4));
		assertKnown("old");
		pass(Duration.ofMinutes(1));
		assertUnknown("old");
	}

	@Test
	void whileTheProviderIsDown_knownKeysServe_andItIsAskedSeldom() {
		assertKnown("old");
		this.down = true;
		pass(Duration.ofHours(1));
		for (int i = 0; i < 10; i++) {
			assertKnown("old");
		}
		assertThatReadsAre(2);
	}

	@Test
	void withoutAnyKey_anOutageIsNoWrongToken() {
		this.down = true;
		this.keys.candidates(token("old"))
			.as(StepVerifier::create)
			.expectError(KeySet.KeysUnavailable.class)
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void aDecoderTellsAnOutageAsSuch() throws JOSEException {
		this.down = true;
		var signed = token("old");
		signed.sign(new RSASSASigner(OLD));
		this.keys.decoder((token) -> OAuth2TokenValidatorResult.success())
			.decode(signed.serialize())
			.as(StepVerifier::create)
			.expectError(KeySet.KeysUnavailable.class)
			.verify(Duration.ofSeconds(5));
	}

	private void assertKnown(String name) {
		this.keys.candidates(token(name))
			.as(StepVerifier::create)
			.expectNextMatches((key) -> key.getKeyID().equals(name))
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	private void assertUnknown(String name) {
		this.keys.candidates(token(name)).as(StepVerifier::create).expectComplete().verify(Duration.ofSeconds(5));
	}

	private void assertThatReadsAre(int expected) {
		assertThat(this.reads).hasValue(expected);
	}

	private void pass(Duration time) {
		this.now.updateAndGet((before) -> before.plus(time));
	}

	private ExchangeFunction provider() {
		return (request) -> Mono.defer(() -> {
			this.reads.incrementAndGet();
			if (this.down) {
				return Mono.error(new WebClientRequestException(new IOException("Nobody listens"), HttpMethod.GET,
						ADDRESS, new HttpHeaders()));
			}
			var set = new JWKSet(this.published.get().stream().map((key) -> (JWK) key).toList());
			return Mono.just(ClientResponse.create(HttpStatus.OK).body(set.toString()).build());
		});
	}

	private static SignedJWT token(String key) {
		return new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key).build(),
				new JWTClaimsSet.Builder().build());
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
