package jp.meguri.reading.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as workbooks store them: days since the end of 1899 or the start of 1904. They
 * are printed as 2026年4月1日, in Western years whatever the cell's format, and only as
 * exactly as the cell shows them: 2026年4月, 13:30, 2026年4月1日 13:30.
 */
final class SerialDate {

	private static final Pattern NOT_DATE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^\\]]*\\]",
			Pattern.CASE_INSENSITIVE);

	private static final int PHANTOM = 60;

	private static final int LAST = 2_958_465;

	private static final int SECONDS = 86_400;

	private SerialDate() {
	}

	/** The letters of a date format, or empty for another format. */
	static String letters(String format) {
		String first = NOT_DATE.matcher(format).replaceAll("").split(";", -1)[0].toLowerCase(Locale.ROOT);
		if (first.indexOf('0') >= 0 && !first.contains("s") || first.indexOf('#') >= 0 || first.contains("general")) {
			return "";
		}
		return first.replaceAll("am/pm|a/p", "h").replaceAll("[^gyemdhsa\\[\\]b]", "").replaceAll("[ab]", "");
	}

	/**
	 * The date as text.
	 * @return null if there is no such date
	 */
	static @Nullable String print(BigDecimal serial, String letters, boolean since1904) {
		if (letters.contains("[")) {
			return hours(serial);
		}
		BigDecimal whole = serial.setScale(0, RoundingMode.FLOOR);
		long seconds = serial.subtract(whole)
			.multiply(BigDecimal.valueOf(SECONDS))
			.setScale(0, RoundingMode.HALF_UP)
			.longValue();
		long days = whole.longValue() + seconds / SECONDS;
		if (serial.signum() < 0 || days > LAST || days == PHANTOM && !since1904) {
			return null;
		}
		boolean time = letters.contains("h") || letters.contains("s");
		boolean date = letters.matches(".*[gyed].*") || !time;
		if (date && days == 0 && !since1904) {
			return null;
		}
		String day = date ? day(days, letters, since1904) : "";
		return day + ((date && time) ? " " : "") + (time ? time(seconds % SECONDS) : "");
	}

	private static String day(long days, String letters, boolean since1904) {
		LocalDate date = since1904 ? LocalDate.of(1904, 1, 1).plusDays(days)
				: LocalDate.of(1899, 12, 31).plusDays((days > PHANTOM) ? days - 1 : days);
		String year = date.getYear() + "年";
		if (letters.contains("d")) {
			return year + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
		}
		return letters.contains("m") ? year + date.getMonthValue() + "月" : year;
	}

	private static String time(long seconds) {
		LocalTime time = LocalTime.ofSecondOfDay(seconds);
		String minutes = "%d:%02d".formatted(time.getHour(), time.getMinute());
		return (time.getSecond() == 0) ? minutes : minutes + ":%02d".formatted(time.getSecond());
	}

	/** Elapsed time, such as 25:30. */
	private static @Nullable String hours(BigDecimal serial) {
		long minutes = serial.multiply(BigDecimal.valueOf(SECONDS / 60)).setScale(0, RoundingMode.HALF_UP).longValue();
		return (minutes < 0) ? null : "%d:%02d".formatted(minutes / 60, minutes % 60);
	}

}
