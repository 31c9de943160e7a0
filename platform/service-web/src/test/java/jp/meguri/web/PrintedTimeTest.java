package jp.meguri.web;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrintedTimeTest {

	@Test
	void end_isPrintedInclusively() {
		Instant newYear = Instant.parse("2026-12-31T15:00:00Z");
		assertThat(PrintedTime.until(newYear).in(Locale.JAPANESE)).isEqualTo("2026年12月31日");
		assertThat(PrintedTime.until(newYear).in(Locale.ENGLISH)).isEqualTo("31 December 2026");
		assertThat(PrintedTime.from(newYear).in(Locale.JAPANESE)).isEqualTo("2027年1月1日");
	}

	@Test
	void endWithinADay_isPrintedWithItsTime() {
		assertThat(PrintedTime.until(Instant.parse("2026-12-25T08:30:00Z")).in(Locale.JAPANESE))
			.isEqualTo("2026年12月25日 17:30");
	}

	@Test
	void nothing_isPrintedAsNothing() {
		assertThat(PrintedTime.until(null).in(Locale.JAPANESE)).isEmpty();
	}

}
