package jp.meguri.evaluation.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import jp.meguri.directory.FiscalYear;

/**
 * Dates as the city prints them (和暦).
 */
final class Wareki {

	private Wareki() {
	}

	/** {@code 令和8年度（2026年度）}. */
	static String fiscalYear(int year) {
		return "%s（%d年度）".formatted(new FiscalYear(year).label(), year);
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
		return date(LocalDate.ofInstant(instant, FiscalYear.ZONE));
	}

	private static String year(LocalDate date) {
		JapaneseDate japanese = JapaneseDate.from(date);
		int year = japanese.get(ChronoField.YEAR_OF_ERA);
		return "%s%s年".formatted(japanese.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE),
				(year == 1) ? "元" : year);
	}

}
