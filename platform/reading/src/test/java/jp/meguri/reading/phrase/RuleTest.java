package jp.meguri.reading.phrase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RuleTest {

	private static final Rule<Integer> MONTH = Rule.integer(2)
		.as((number) -> (number >= 1 && number <= 12) ? number : null)
		.skip(Rule.word("月"));

	@ParameterizedTest
	@CsvSource({ "7月, 7", "12月中に, 12", "13月,", "0月,", "月,", "123月," })
	void rule_readsAMeaningOrNothing(String text, @Nullable Integer month) {
		assertThat(value(MONTH, text, 0)).isEqualTo(month);
	}

	@ParameterizedTest
	@CsvSource({ "112月, 1", "1.7月, 2", "'1,7月', 2" })
	void digitsInsideANumber_areNoNumber(String text, int from) {
		assertThat(value(MONTH, text, from)).isNull();
	}

	@Test
	void word_takesTheLongest() {
		Match<String> match = Rule.word("年", "年度").at(PhraseText.of("年度末"), 0);
		assertThat(match).isEqualTo(new Match<>("年度", 2));
	}

	@Test
	void rules_lookAheadWithoutTaking() {
		assertThat(value(MONTH.before(Rule.word("中")), "7月中", 0)).isEqualTo(7);
		assertThat(value(MONTH.notBefore(Rule.word("中")), "7月中", 0)).isNull();
		assertThat(value(MONTH.or(Rule.word("年末").as((word) -> 12)), "年末", 0)).isEqualTo(12);
		assertThat(value(MONTH.orElse(0), "年末", 0)).isZero();
		assertThat(value(MONTH.skip(Rule.maybe("～", "~")).then(MONTH, Integer::sum), "7月~3月", 0)).isEqualTo(10);
	}

	private static <T> @Nullable T value(Rule<T> rule, String text, int from) {
		Match<T> match = rule.at(PhraseText.of(text), from);
		return (match != null) ? match.value() : null;
	}

}
