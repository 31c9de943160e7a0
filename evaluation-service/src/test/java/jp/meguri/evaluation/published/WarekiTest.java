package jp.meguri.evaluation.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarekiTest {

	@ParameterizedTest
	@CsvSource({ "2026, 令和8年度（2026年度）", "2020, 令和2年度（2020年度）", "2019, 令和元年度（2019年度）", "2018, 平成30年度（2018年度）" })
	void fiscalYear_isPrintedWithItsEra(int year, String printed) {
		assertThat(Wareki.fiscalYear(year)).isEqualTo(printed);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-21, 令和8年11月21日", "2019-05-01, 令和元年5月1日", "2019-04-30, 平成31年4月30日" })
	void date_changesItsEraOnTheDay(LocalDate date, String printed) {
		assertThat(Wareki.date(date)).isEqualTo(printed);
	}

	@Test
	void instant_isPrintedAsTheDayInJapan() {
		assertThat(Wareki.date(Instant.parse("2026-11-20T15:00:00Z"))).isEqualTo("令和8年11月21日");
	}

}
