package jp.meguri.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdempotencyKeyTest {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "あ", "a\r\nb", "\u007f" })
	void key_isVisibleAscii(String value) {
		assertThatExceptionOfType(MeguriProblem.class).isThrownBy(() -> IdempotencyKey.of(value))
			.satisfies((problem) -> org.assertj.core.api.Assertions.assertThat(problem.status()).isEqualTo(400));
	}

}
