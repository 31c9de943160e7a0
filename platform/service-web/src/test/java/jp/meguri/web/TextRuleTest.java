package jp.meguri.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextRuleTest {

	@ParameterizedTest
	@ValueSource(strings = { "資源循環の推進", "葛\uDB40\uDD00城", "𠮷野家", "か\u3099", "👨‍👩‍👧‍👦", "ﾊﾝｶｸ①㈱", "<script>" })
	void name_isAccepted(String text) {
		assertThat(TextRule.name(100).brokenBy(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u3000", "\u200B", "\u00A0\u3164", "\n" })
	void name_needsSomethingVisible(String text) {
		assertThat(TextRule.name(100).brokenBy(text)).contains("required");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\nb", "a\tb", "a\u202Eb", "a\u2066b", "a\uFFFEb", "a\uFDD0", "a\u0000", "a\u0085" })
	void name_refusesCharacters(String text) {
		assertThat(TextRule.name(100).brokenBy(text)).contains("characters");
	}

	@Test
	void body_keepsLineEndsAndDirections() {
		assertThat(TextRule.body(100).brokenBy("一\n\t二\u202E")).isEmpty();
		assertThat(TextRule.body(100).brokenBy("a\rb")).contains("characters");
		assertThat(TextRule.body(100).brokenBy("")).isEmpty();
		assertThat(TextRule.body(100).asRequired().brokenBy(null)).contains("required");
	}

	@Test
	void length_countsCharacters_notHalves() {
		assertThat(TextRule.line(2).brokenBy("𠮷𠮷")).isEmpty();
		assertThat(TextRule.line(2).brokenBy("𠮷𠮷𠮷")).contains("too-long");
	}

	@Test
	void marks_areLimitedPerBase() {
		assertThat(TextRule.body(1000).brokenBy("か" + "\u3099".repeat(30))).isEmpty();
		assertThat(TextRule.body(1000).brokenBy("か" + "\u3099".repeat(31))).contains("characters");
	}

}
