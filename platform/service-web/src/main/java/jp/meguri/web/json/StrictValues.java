package jp.meguri.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The one spelling of ids, days and instants that is accepted.
 */
public final class StrictValues {

	private static final Pattern UUID_FORM = Pattern
		.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	private static final Pattern INTEGER_FORM = Pattern.compile("-?[0-9]{1,9}");

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2199;

	private StrictValues() {
	}

	/** Lower case with hyphens. */
	public static UUID uuid(String text) {
		return UUID.fromString(matching(UUID_FORM, text));
	}

	/** ASCII digits. */
	public static int integer(String text) {
		return Integer.parseInt(matching(INTEGER_FORM, text));
	}

	/** {@code 2026-04-01}. */
	public static LocalDate date(String text) {
		LocalDate date = LocalDate.parse(text);
		requireSensible(date.getYear());
		return date;
	}

	/** {@code 2026-04-01T00:00:00+09:00}; without an offset it is no instant. */
	public static Instant instant(String text) {
		OffsetDateTime time = OffsetDateTime.parse(text);
		requireSensible(time.getYear());
		return time.toInstant();
	}

	private static String matching(Pattern form, String text) {
		if (!form.matcher(text).matches()) {
			throw new IllegalArgumentException("Unexpected form");
		}
		return text;
	}

	private static void requireSensible(int year) {
		if (year < FIRST_YEAR || year > LAST_YEAR) {
			throw new DateTimeException("Year out of range");
		}
	}

}
