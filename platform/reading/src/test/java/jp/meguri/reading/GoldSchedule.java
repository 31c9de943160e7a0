package jp.meguri.reading;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Span;

/**
 * A schedule expression as a person marked it.
 *
 * @param span where it stands
 * @param kind its kind in the domain guide's section 5
 * @param intervals the time it means, empty where the kind has none
 * @param extra the recurrence ({@code 3/YEAR}), {@code era-conflict} or nothing
 */
public record GoldSchedule(Span span, Kind kind, List<Interval> intervals, String extra) {

	static GoldSchedule of(Span span, List<String> fields) {
		return new GoldSchedule(span, Kind.valueOf(fields.get(0)), Interval.several(fields.get(1)), fields.get(2));
	}

	/** Kinds of the domain guide; a MULTI is marked by its parts. */
	public enum Kind {

		ALL_YEAR, PERIODIC, CONTINUING, AS_NEEDED, MONTH, START, MONTH_RANGE, FROM, BY, HALF, FISCAL_YEAR, FY_RANGE,
		AS_OF, CALENDAR_YEAR, COMPARISON, DEFERRED, GRADUAL, RELATIVE, PLAN_PERIOD, RECURRING, DEKAD, DATE, BASELINE,
		PENDING, DURATION, VAGUE

	}

	/**
	 * Days, both ends included.
	 *
	 * @param start first day, unless open
	 * @param end last day, unless open
	 */
	public record Interval(@Nullable LocalDate start, @Nullable LocalDate end) {

		private static final String OPEN = "..";

		static List<Interval> several(String intervals) {
			return intervals.equals(GoldPhrases.NONE) ? List.of()
					: Arrays.stream(intervals.split(";")).map(Interval::parse).toList();
		}

		private static Interval parse(String interval) {
			String[] ends = interval.split("/");
			if (ends.length != 2) {
				throw new IllegalArgumentException("interval " + interval);
			}
			return new Interval(day(ends[0]), day(ends[1]));
		}

		private static @Nullable LocalDate day(String day) {
			return day.equals(OPEN) ? null : LocalDate.parse(day);
		}

	}
}
