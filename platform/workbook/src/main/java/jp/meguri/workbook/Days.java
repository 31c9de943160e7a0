package jp.meguri.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Days and months as cells hold them: 2026-04-01, or 2026-04 for the first of a month.
 */
final class Days {

	private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2}))?[日月]?");

	private Days() {
	}

	/** A month where it is the first day, else the day. */
	static String print(@Nullable LocalDate day) {
		return (day == null) ? "" : (day.getDayOfMonth() == 1) ? day.toString().substring(0, 7) : day.toString();
	}

	/** The day, or the first of the month; empty if it does not exist. */
	static Optional<LocalDate> read(String text) {
		Matcher day = DAY.matcher(text.strip());
		if (!day.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)),
					(day.group(3) != null) ? Integer.parseInt(day.group(3)) : 1));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
