package jp.meguri.reading.wareki;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.meguri.reading.draft.Span;

import static org.assertj.core.api.Assertions.assertThat;

class YearMentionTest {

	@ParameterizedTest
	@CsvSource({ "令和2年度（2020年度）：, 2020", "令和元年度, 2019", "平成 23 年度中に, 2011", "令和６年度～, 2024", "令和6年度(2024年度～), 2024",
			"R2年度末, 2020", "H31年度, 2019", "平成32年度当初, 2020", "令和3年(2021年)1月, 2020", "令和３年４月に, 2021", "2024年度, 2024",
			"令和2年(2020年)12月末時点, 2020" })
	void mention_namesAFiscalYear(String phrase, int year) {
		assertThat(mentions(phrase)).singleElement()
			.satisfies((mention) -> assertThat(mention.fiscalYear()).isEqualTo(year));
	}

	@ParameterizedTest
	@CsvSource({ "令和4年(2022年)", "前年同期比", "10周年", "次年度に延期", "3年度" })
	void calendarYear_isNoMention(String phrase) {
		assertThat(mentions(phrase)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "令和2年度（2021年度）, 2021, false", "令和2年度（2020年度）, 2020, true" })
	void westernYear_isPreferredAndCompared(String phrase, int year, boolean agrees) {
		assertThat(mentions(phrase)).singleElement().satisfies((mention) -> {
			assertThat(mention.fiscalYear()).isEqualTo(year);
			assertThat(mention.agrees()).isEqualTo(agrees);
		});
	}

	private static List<YearMention> mentions(String phrase) {
		return YearMention.in(phrase, new Span(0, phrase.length()));
	}

}
