package jp.meguri.gateway.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
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

	static Seal sealWith(byte filling) {
		var key = new byte[32];
		Arrays.fill(key, filling);
		return new Seal(settings(Base64.getEncoder().encodeToString(key)));
	}

	private static SessionProperties settings(String key) {
		return new SessionProperties(key, Duration.ofHours(2), Duration.ofHours(12));
	}

}
