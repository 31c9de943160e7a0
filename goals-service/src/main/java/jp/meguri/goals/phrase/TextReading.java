package jp.meguri.goals.phrase;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.schedule.Recurrence;
import jp.meguri.reading.schedule.ScheduleEntry;
import jp.meguri.reading.schedule.ScheduleReader;
import jp.meguri.reading.target.Actual;
import jp.meguri.reading.target.ActualReader;
import jp.meguri.reading.target.Comparator;
import jp.meguri.reading.target.Quantity;
import jp.meguri.reading.target.Target;
import jp.meguri.reading.target.TargetReader;
import org.jspecify.annotations.Nullable;

/**
 * What was read in one text. Spans are {@code [start, end)} in UTF-16 units of it.
 *
 * @param schedules single schedules, in printed order; what cannot be dated at all stays
 * text
 * @param targets of the text of a goal
 * @param figures of the text of a result
 */
record TextReading(List<Schedule> schedules, List<Aim> targets, List<Figure> figures) {

	// 早期に, 10年間: nothing a calendar could show (domain guide 5).
	private static final Set<ScheduleEntry.Kind> ONLY_TEXT = EnumSet.of(ScheduleEntry.Kind.VAGUE,
			ScheduleEntry.Kind.DURATION);

	/** Of a goal: what is to be done until when, and what is aimed at. */
	static TextReading ofGoal(String text, PhraseContext context) {
		return new TextReading(schedules(text, context),
				TargetReader.read(text, context).stream().map(Aim::of).toList(), List.of());
	}

	/** Of a result: when it was done, and what was reached. */
	static TextReading ofResult(String text, PhraseContext context) {
		return new TextReading(schedules(text, context), List.of(),
				ActualReader.read(text, context).stream().map(Figure::of).toList());
	}

	private static List<Schedule> schedules(String text, PhraseContext context) {
		return ScheduleReader.read(text, context)
			.stream()
			.flatMap(ScheduleEntry::atoms)
			.filter((entry) -> !ONLY_TEXT.contains(entry.kind()))
			.map(Schedule::of)
			.toList();
	}

	private static int[] pair(Span span) {
		return new int[] { span.start(), span.end() };
	}

	/**
	 * A phrase of time.
	 *
	 * @param end last day (inclusive), or null where it is open
	 * @param recurrence how often, e.g. {@code 3/YEAR}, or null
	 * @param ja the reading in words
	 */
	record Schedule(int[] span, String phrase, ScheduleEntry.Kind kind, @Nullable LocalDate start,
			@Nullable LocalDate end, String precision, String label, @Nullable String recurrence,
			ScheduleEntry.Confidence confidence, String ja, String en) {

		static Schedule of(ScheduleEntry entry) {
			Recurrence recurrence = entry.recurrence();
			return new Schedule(pair(entry.span()), entry.rawPhrase(), entry.kind(), entry.start(), entry.end(),
					entry.precision().name(), entry.label(), (recurrence != null) ? recurrence.toString() : null,
					entry.confidence(), entry.describe(Locale.JAPANESE), entry.describe(Locale.ENGLISH));
		}

	}

	/**
	 * A target (目標値).
	 *
	 * @param comparatorStated whether the comparator is printed
	 * @param value the amount in its base unit as a decimal, or null where there is none
	 * @param unit the base unit, or null
	 */
	record Aim(int[] span, String phrase, @Nullable String indicator, Comparator comparator, boolean comparatorStated,
			@Nullable String value, @Nullable String unit, Target.Kind kind, String ja, String en) {

		static Aim of(Target target) {
			Quantity quantity = target.quantity();
			return new Aim(pair(target.span()), target.rawPhrase(),
					(target.indicator() != null) ? target.indicator().phrase() : null, target.comparator(),
					target.comparatorStated(), (quantity != null) ? quantity.value().toPlainString() : null,
					(quantity != null) ? quantity.unit() : null, target.kind(), target.describe(Locale.JAPANESE),
					target.describe(Locale.ENGLISH));
		}

	}

	/**
	 * A figure of a result (実績値).
	 *
	 * @param comparator a limit printed with it, or null
	 * @param value the amount in its base unit as a decimal, or null where it is withheld
	 */
	record Figure(int[] span, String phrase, @Nullable String indicator, @Nullable Comparator comparator,
			@Nullable String value, @Nullable String unit, boolean withheld, String ja, String en) {

		static Figure of(Actual actual) {
			Quantity quantity = actual.quantity();
			String indicator = (actual.indicator() != null) ? actual.indicator().phrase() : null;
			boolean about = actual.comparator() == Comparator.APPROX;
			String ja = (quantity != null) ? (about ? "約" : "") + quantity.ja() : "数値なし";
			String en = (quantity != null) ? (about ? "about " : "") + quantity.en() : "no figure given";
			return new Figure(pair(actual.span()), actual.rawPhrase(), indicator, actual.comparator(),
					(quantity != null) ? quantity.value().toPlainString() : null,
					(quantity != null) ? quantity.unit() : null, actual.withheld(), words(indicator, ja),
					words(indicator, en));
		}

		private static String words(@Nullable String indicator, String amount) {
			return Stream.of((indicator != null) ? indicator : "", amount)
				.filter((word) -> !word.isEmpty())
				.collect(Collectors.joining(" "));
		}

	}

}
