package jp.meguri.evaluation.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Dates as the city prints them (和暦).
 */
final class Wareki {

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private static final int FIRST_YEAR_OF_REIWA = 2019;

	private Wareki() {
	}

	/** {@code 令和8年度（2026年度）}. */
	static String fiscalYear(int year) {
		// The era changed on 1 May 2019; cities print 令和元年度 for all of that fiscal year.
		LocalDate day = LocalDate.of(year, (year == FIRST_YEAR_OF_REIWA) ? 5 : 4, 1);
		return "%s度（%d年度）".formatted(year(day), year);
	}

	/** {@code 令和8年11月21日}. */
	static String date(LocalDate date) {
		return "%s%d月%d日".formatted(year(date), date.getMonthValue(), date.getDayOfMonth());
	}

	/** {@code 令和8年10月}. */
	static String month(LocalDate date) {
		return "%s%d月".formatted(year(date), date.getMonthValue());
	}

	/** The day in Japan. */
	static String date(Instant instant) {
		return date(instant.atZone(JAPAN).toLocalDate());
	}

	private static String year(LocalDate date) {
		JapaneseDate japanese = JapaneseDate.from(date);
		int year = japanese.get(ChronoField.YEAR_OF_ERA);
		return "%s%s年".formatted(japanese.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE),
				(year == 1) ? "元" : year);
	}

}
