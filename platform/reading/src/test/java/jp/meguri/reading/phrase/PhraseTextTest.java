package jp.meguri.reading.phrase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.meguri.reading.draft.Span;

import static org.assertj.core.api.Assertions.assertThat;

class PhraseTextTest {

	@ParameterizedTest
	@CsvSource({ "平成 23 年度中に, 平成23年度中に", "令和６年度（２０２４年度）〜, 令和6年度(2024年度)~", "①７月 ～ ３月, ①7月~3月", "協DO WEB 版, 協DO WEB版",
			"No.2 10月, No.2 10月", "　　7月, 7月" })
	void blanksAndWidthsAreGone(String given, String seen) {
		assertThat(PhraseText.of(given)).hasToString(seen);
	}

	@Test
	void lineEndsAndTabs_stayAsOneLineFeed() {
		assertThat(PhraseText.of("7月\r\n\r\n 3月\t5月 ")).hasToString("7月\n3月\n5月");
	}

	@Test
	void everyCharacter_knowsItsPlace() {
		PhraseText text = PhraseText.of("　平成 ２３ 年度\n中に");
		assertThat(text.span(0, 4)).isEqualTo(new Span(1, 6));
		assertThat(text.raw(0, 6)).isEqualTo("平成 ２３ 年度");
		assertThat(text.isApart(2)).isTrue();
		assertThat(text.isApart(3)).isFalse();
		assertThat(text.at(-1)).isEqualTo(PhraseText.END);
		assertThat(text.at(text.length())).isEqualTo(PhraseText.END);
	}

}
