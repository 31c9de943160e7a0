package jp.meguri.gateway.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SealTest {

	private final Seal seal = sealWith((byte) 1);

	@Test
	void open_returnsWhatWasSealed() {
		assertThat(this.seal.open("row 1", this.seal.seal("row 1", "葛󠄀城市 token"))).contains("葛󠄀城市 token");
	}

	@Test
	void sealedText_isUnreadableAndNeverTheSameTwice() {
		var one = this.seal.seal("row 1", "token");
		var two = this.seal.seal("row 1", "token");
		assertThat(one).isNotEqualTo(two);
		assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("token");
	}

	@Test
	void open_isRefused_inAnotherPlace() {
		assertThat(this.seal.open("row 2", this.seal.seal("row 1", "token"))).isEmpty();
	}

	@Test
	void open_isRefused_withAnotherKey() {
		assertThat(sealWith((byte) 2).open("row 1", this.seal.seal("row 1", "token"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 11, 12, 16, 20 })
	void open_isRefused_whenOneBitChanged(int at) {
		var sealed = this.seal.seal("row 1", "token");
		sealed[at] ^= 1;
		assertThat(this.seal.open("row 1", sealed)).isEmpty();
	}

	@Test
	void open_isRefused_forTooFewBytes() {
		assertThat(this.seal.open("row 1", new byte[12])).isEmpty();
	}

	@Test
	void signatures_differByPurposeValueAndKey() {
		assertThat(this.seal.sign("csrf", "a")).isEqualTo(this.seal.sign("csrf", "a"))
			.isNotEqualTo(this.seal.sign("csrf", "b"))
			.isNotEqualTo(this.seal.sign("other", "a"))
			.isNotEqualTo(sealWith((byte) 2).sign("csrf", "a"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "short", "not base64 !", "AAAAAAAAAAAAAAAAAAAAAA==" })
	void aKeyThatIsNone_isRefusedByItsName(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Seal(settings(key)))
			.withMessageContaining("meguri.session.key");
	}

	@Test
	void whileKeysAreExchanged_eachGatewayOpensAndRecognisesWhatTheOtherMade() {
		var announced = new Seal(settings(key((byte) 1), key((byte) 2)));
		var exchanged = new Seal(settings(key((byte) 2), key((byte) 1)));
		assertThat(exchanged.open("row 1", announced.seal("row 1", "token"))).contains("token");
		assertThat(announced.open("row 1", exchanged.seal("row 1", "token"))).contains("token");
		assertThat(exchanged.isSignature(announced.sign("csrf", "a"), "csrf", "a")).isTrue();
		assertThat(announced.isSignature(exchanged.sign("csrf", "a"), "csrf", "a")).isTrue();
		assertThat(exchanged.isSignature(announced.sign("csrf", "a"), "csrf", "b")).isFalse();
	}

	@Test
	void otherKeys_sealAndSignNothing() {
		var exchanged = new Seal(settings(key((byte) 2), key((byte) 1)));
		assertThat(this.seal.open("row 1", exchanged.seal("row 1", "token"))).isEmpty();
		assertThat(this.seal.isSignature(exchanged.sign("csrf", "a"), "csrf", "a")).isFalse();
	}

	@Test
	void aWrongOtherKey_isRefusedByItsName() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Seal(settings(key((byte) 1), "short")))
			.withMessageContaining("meguri.session.other-keys");
	}

	static Seal sealWith(byte filling) {
		return new Seal(settings(key(filling)));
	}

	private static String key(byte filling) {
		var key = new byte[32];
		Arrays.fill(key, filling);
		return Base64.getEncoder().encodeToString(key);
	}

	private static SessionProperties settings(String key, String... others) {
		return new SessionProperties(key, List.of(others), Duration.ofHours(2), Duration.ofHours(12));
	}

}
