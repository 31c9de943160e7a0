package jp.meguri.reading.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Span;

/**
 * A schedule as it was read from a text (domain guide 5). Both dates are included; an
 * absent start or end is open, and a kind without a time has neither.
 *
 * @param kind what is said
 * @param start its first day
 * @param end its last day
 * @param precision how exactly it is said
 * @param label what happens then, may be empty
 * @param recurrence how often, where that is said
 * @param carryOver whether it says that the work goes on in a later year
 * @param milestones days to remind of
 * @param parts the single schedules of a {@link Kind#MULTI}, else empty
 * @param confidence how sure the reading is
 * @param notes what a person should know about it
 * @param span where it stands in the given text
 * @param rawPhrase the given text there
 */
public record ScheduleEntry(Kind kind, @Nullable LocalDate start, @Nullable LocalDate end, Precision precision,
		String label, @Nullable Recurrence recurrence, boolean carryOver, List<Milestone> milestones,
		List<ScheduleEntry> parts, Confidence confidence, Set<Note> notes, Span span, String rawPhrase) {

	public ScheduleEntry {
		milestones = List.copyOf(milestones);
		parts = List.copyOf(parts);
		notes = Set.copyOf(notes);
	}

	/** The single schedules: its parts, or itself. */
	public Stream<ScheduleEntry> atoms() {
		return this.parts.isEmpty() ? Stream.of(this) : this.parts.stream();
	}

	/** How it was read, in few words, for the person who typed it. */
	public String describe(Locale locale) {
		return ScheduleWords.of(locale).describe(this);
	}

	/** What a schedule says. */
	public enum Kind {

		/** 通年. */
		ALL_YEAR,
		/** 定期的に: over the year, without a count. */
		PERIODIC,
		/** 継続して実施. */
		CONTINUING,
		/** 随時. */
		AS_NEEDED,
		/** 10月: a window whose last day is the due date. */
		MONTH,
		/** 4月開始: begins in a window and runs to the end of the fiscal year. */
		START,
		/** 7月～3月. */
		MONTH_RANGE,
		/** 令和3年3月から, 平成24年度～. */
		FROM,
		/** 令和3年度中に, 令和4年度までに: only the last day is said. */
		BY,
		/** 下半期, 令和4年度後半. */
		HALF,
		/** 令和3年度に. */
		FISCAL_YEAR,
		/** 令和6年度～令和9年度. */
		FY_RANGE,
		/** 12月末時点: one day. */
		AS_OF,
		/** 令和2年における, 前年. */
		CALENDAR_YEAR,
		/** 前年同期比. */
		COMPARISON,
		/** 次年度に延期. */
		DEFERRED,
		/** 順次. */
		GRADUAL,
		/** 次年度, 今後4年間: counted from the sheet's year or from an event. */
		RELATIVE,
		/** 計画期間内に. */
		PLAN_PERIOD,
		/** 毎年, 年３回. */
		RECURRING,
		/** 4月下旬. */
		DEKAD,
		/** 令和3年1月7日(木). */
		DATE,
		/** The year of a baseline: H27:54.3%. */
		BASELINE,
		/** 【今年度末に記載】. */
		PENDING,
		/** 10年間, 10周年: no place in time. */
		DURATION,
		/** 早期に: cannot be dated. */
		VAGUE,
		/** Several schedules one after the other. */
		MULTI

	}

	/** How sure a reading is. */
	public enum Confidence {

		/** Printed in full. */
		STATED,
		/** A year or an era was taken from the neighbours or from the sheet's year. */
		INFERRED,
		/** Printed in conflict with itself, or other readings are possible. */
		DOUBTFUL

	}

	/** What a person should know about a reading. */
	public enum Note {

		/** Era and Western year differ, or the era is a misprint. */
		ERA_CONFLICT,
		/** (最終年度): the last year of what is planned. */
		FINAL_YEAR,
		/** 予定: planned, not fixed. */
		PLANNED

	}

}
