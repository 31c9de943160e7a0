package jp.meguri.reading.schedule;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.schedule.ScheduleEntry.Confidence;
import jp.meguri.reading.schedule.ScheduleEntry.Kind;
import jp.meguri.reading.schedule.ScheduleEntry.Note;

/**
 * What a phrase means, before it gets its label and place.
 *
 * @param milestone which end somebody is to be reminded of, null for none
 * @param window the days of the milestone
 */
record Meaning(Kind kind, @Nullable LocalDate start, @Nullable LocalDate end, Precision precision,
		@Nullable Recurrence recurrence, boolean carryOver, Milestone.@Nullable Edge milestone, @Nullable Window window,
		Confidence confidence, Set<Note> notes) {

	static Meaning timeless(Kind kind) {
		return new Meaning(kind, null, null, Precision.NONE, null, false, null, null, Confidence.STATED, Set.of());
	}

	static Meaning recurring(@Nullable Recurrence recurrence) {
		return new Meaning(Kind.RECURRING, null, null, Precision.NONE, recurrence, false, null, null, Confidence.STATED,
				Set.of());
	}

	/** Fiscal years that follow from the sheet's. */
	static Meaning years(Kind kind, int first, int last) {
		return new Meaning(kind, new FiscalYear(first).first(), new FiscalYear(last).last(), Precision.YEAR, null,
				false, null, null, Confidence.INFERRED, Set.of());
	}

	static Meaning of(Kind kind, @Nullable LocalDate start, @Nullable LocalDate end, Reckoned reckoned) {
		Set<Note> notes = reckoned.conflict() ? Set.of(Note.ERA_CONFLICT) : Set.of();
		return new Meaning(kind, start, end, reckoned.days().precision(), null, false, null, null,
				reckoned.confidence(), notes);
	}

	Meaning remind(Milestone.Edge edge, Window window) {
		return new Meaning(this.kind, this.start, this.end, this.precision, this.recurrence, this.carryOver, edge,
				window, this.confidence, this.notes);
	}

	Meaning goesOn() {
		return new Meaning(this.kind, this.start, this.end, this.precision, this.recurrence, true, this.milestone,
				this.window, this.confidence, this.notes);
	}

	Meaning note(Note note) {
		Set<Note> more = EnumSet.of(note);
		more.addAll(this.notes);
		return new Meaning(this.kind, this.start, this.end, this.precision, this.recurrence, this.carryOver,
				this.milestone, this.window, this.confidence, more);
	}

}
