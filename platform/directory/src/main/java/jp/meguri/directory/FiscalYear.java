package jp.meguri.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * A fiscal year (年度): 1 April to 31 March of the next year, Japanese time.
 *
 * @param year the calendar year in which it begins
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

	public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

	private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("GGGG", Locale.JAPAN);

	public static FiscalYear of(LocalDate day) {
		return new FiscalYear(day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1);
	}

	public static FiscalYear of(Instant instant) {
		return of(LocalDate.ofInstant(instant, ZONE));
	}

	public LocalDate firstDay() {
		return LocalDate.of(this.year, Month.APRIL, 1);
	}

	public LocalDate lastDay() {
		return LocalDate.of(this.year + 1, Month.MARCH, 31);
	}

	public boolean contains(LocalDate day) {
		return of(day).equals(this);
	}

	public FiscalYear next() {
		return new FiscalYear(this.year + 1);
	}

	public FiscalYear previous() {
		return new FiscalYear(this.year - 1);
	}

	/**
	 * As it is printed, e.g. 令和8年度. The era is the one in force at the end of the
	 * calendar year: 2019 is 令和元年度.
	 */
	public String label() {
		var day = JapaneseDate.of(this.year, Month.DECEMBER.getValue(), 31);
		int yearOfEra = day.get(ChronoField.YEAR_OF_ERA);
		return ERA.format(day) + ((yearOfEra == 1) ? "元" : Integer.toString(yearOfEra)) + "年度";
	}

	/** For English readers, e.g. FY2026. */
	public String englishLabel() {
		return "FY" + this.year;
	}

	@Override
	public int compareTo(FiscalYear other) {
		return Integer.compare(this.year, other.year);
	}

}
