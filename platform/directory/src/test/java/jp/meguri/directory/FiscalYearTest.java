package jp.meguri.directory;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiscalYearTest {

	@ParameterizedTest
	@CsvSource({ "2026-03-31,2025", "2026-04-01,2026", "2027-03-31,2026", "2026-12-31,2026", "2027-01-01,2026" })
	void year_beginsOnTheFirstOfApril(LocalDate day, int year) {
		assertThat(FiscalYear.of(day).year()).isEqualTo(year);
		assertThat(FiscalYear.of(day).contains(day)).isTrue();
	}

	@Test
	void year_beginsByJapaneseTime() {
		assertThat(FiscalYear.of(Instant.parse("2026-03-31T14:59:59.999Z")).year()).isEqualTo(2025);
		assertThat(FiscalYear.of(Instant.parse("2026-03-31T15:00:00Z")).year()).isEqualTo(2026);
	}

	@ParameterizedTest
	@CsvSource({ "2026,令和8年度", "2020,令和2年度", "2019,令和元年度", "2018,平成30年度", "1989,平成元年度", "1988,昭和63年度" })
	void label_isTheEraInForceAtTheEndOfTheCalendarYear(int year, String label) {
		assertThat(new FiscalYear(year).label()).isEqualTo(label);
	}

}
