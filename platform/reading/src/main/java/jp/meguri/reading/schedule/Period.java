package jp.meguri.reading.schedule;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.PlanPeriod;
import jp.meguri.reading.schedule.ScheduleEntry.Kind;
import jp.meguri.reading.schedule.ScheduleEntry.Note;

/**
 * A point in time or a range of two, and what is said about it.
 *
 * @param from the point
 * @param to the end of a range, else null
 * @param tail what is said
 * @param last whether it is said to be the last year (最終年度)
 * @param goesOn whether it is said to go on (継続)
 */
record Period(Point from, @Nullable Point to, Tail tail, boolean last, boolean goesOn) implements Phrase {

	static Period of(Point point, Tail tail) {
		boolean open = tail == Tail.PLAIN && point.year() != null && point.year().open();
		return new Period(point, null, open ? Tail.WAVE : tail, false, false);
	}

	static Period range(Point from, Point to) {
		return new Period(from, to, Tail.PLAIN, false, false);
	}

	Period inLastYear() {
		return new Period(this.from, this.to, this.tail, true, this.goesOn);
	}

	Period goingOn() {
		return new Period(this.from, this.to, this.tail, this.last, true);
	}

	@Override
	public @Nullable Meaning in(Reckoner reckoner) {
		Reckoned start = tellsPresent() ? reckoner.daysNearby(this.from) : reckoner.days(this.from);
		if (start == null) {
			return null;
		}
		Meaning meaning = (this.to != null) ? range(reckoner, start, this.to) : single(reckoner, start);
		if (meaning == null) {
			return null;
		}
		meaning = this.last ? meaning.note(Note.FINAL_YEAR) : meaning;
		boolean later = start.days().first().isAfter(reckoner.fiscalYear().last());
		return (this.goesOn && later) ? meaning.goesOn() : meaning;
	}

	/** 「平成2年4月1日現在」 in a sheet of 2020 is a misprint; 「平成2年に開設」 is not. */
	private boolean tellsPresent() {
		return this.to == null && switch (this.tail) {
			case AS_OF, BY, WITHIN -> true;
			default -> this.from.edge() != Point.Edge.NONE;
		};
	}

	private @Nullable Meaning range(Reckoner reckoner, Reckoned start, Point to) {
		Reckoned end = reckoner.daysAfter(to, start);
		if (end == null) {
			return null;
		}
		Reckoned coarser = (start.days().precision().compareTo(end.days().precision()) > 0) ? start : end;
		Reckoned finer = (coarser == start) ? end : start;
		Kind kind = switch (finer.days().precision()) {
			case MONTH, QUARTER -> Kind.MONTH_RANGE;
			case YEAR -> isFiscal() ? Kind.FY_RANGE : Kind.CALENDAR_YEAR;
			default -> plainKind(finer.days().precision());
		};
		Meaning meaning = Meaning.of(kind, start.days().first(), end.days().last(), finer);
		meaning = coarser.conflict() ? meaning.note(Note.ERA_CONFLICT) : meaning;
		return (finer.days().precision() == Precision.YEAR) ? meaning : meaning.remind(Milestone.Edge.DUE,
				new Window(start.days().first(), end.days().last(), Precision.DAY));
	}

	private Meaning single(Reckoner reckoner, Reckoned reckoned) {
		LocalDate first = reckoned.days().first();
		LocalDate last = (this.from.edge() == Point.Edge.FIRST) ? first : reckoned.days().last();
		Window due = new Window(last, last, Precision.DAY);
		return switch (this.tail) {
			case PLAIN -> plain(reckoned);
			case WAVE -> Meaning.of(Kind.FROM, first, bound(reckoner, first), reckoned);
			case FROM -> Meaning.of(Kind.FROM, first, null, reckoned);
			case FROM_EVENT ->
				(this.from.isYear() && !isFiscal()) ? plain(reckoned) : Meaning.of(Kind.FROM, first, null, reckoned);
			case ONWARD ->
				Meaning.of(Kind.FROM, first, (this.from.year() == null) ? FiscalYear.of(first).last() : null, reckoned);
			case BY -> Meaning.of(Kind.BY, null, last, reckoned).remind(Milestone.Edge.DUE, due);
			case WITHIN -> this.from.isYear()
					? Meaning.of(Kind.BY, null, last, reckoned).remind(Milestone.Edge.DUE, due) : plain(reckoned);
			case AS_OF -> Meaning.of(Kind.AS_OF, last, last, reckoned);
			case START -> this.from.isYear() ? plain(reckoned)
					: Meaning.of(Kind.START, first, FiscalYear.of(first).last(), reckoned)
						.remind(Milestone.Edge.START, reckoned.days());
			case DEFERRED -> Meaning.of(Kind.DEFERRED, first, last, reckoned);
			case GRADUAL -> Meaning.of(Kind.GRADUAL, first, last, reckoned);
			case GRADUAL_FROM -> Meaning.of(Kind.GRADUAL, first, null, reckoned);
			case PENDING -> Meaning.of(Kind.PENDING, null, last, reckoned).remind(Milestone.Edge.DUE, due);
			case BASELINE -> Meaning.of(Kind.BASELINE, first, last, reckoned);
		};
	}

	private Meaning plain(Reckoned reckoned) {
		LocalDate first = reckoned.days().first();
		LocalDate last = reckoned.days().last();
		if (this.from.edge() != Point.Edge.NONE) {
			LocalDate day = (this.from.edge() == Point.Edge.FIRST) ? first : last;
			return Meaning.of(Kind.AS_OF, day, day, reckoned);
		}
		Meaning meaning = Meaning.of(plainKind(reckoned.days().precision()), first, last, reckoned);
		return this.from.isYear() ? meaning : meaning.remind(Milestone.Edge.DUE, reckoned.days());
	}

	private Kind plainKind(Precision precision) {
		return switch (precision) {
			case DAY -> Kind.DATE;
			case DEKAD -> Kind.DEKAD;
			case MONTH -> Kind.MONTH;
			case QUARTER -> Kind.MONTH_RANGE;
			case HALF -> Kind.HALF;
			default -> isFiscal() ? fiscalKind() : Kind.CALENDAR_YEAR;
		};
	}

	private Kind fiscalKind() {
		return (this.from.year() instanceof Year.Relative) ? Kind.RELATIVE : Kind.FISCAL_YEAR;
	}

	private boolean isFiscal() {
		return this.from.year() != null && this.from.year().fiscal();
	}

	/** 「～」 heads a phase: of the plan, or of the sheet's year for a month alone. */
	private @Nullable LocalDate bound(Reckoner reckoner, LocalDate first) {
		PlanPeriod plan = reckoner.planPeriod();
		if (plan != null && FiscalYear.of(first).value() <= plan.last()) {
			return new FiscalYear(plan.last()).last();
		}
		return (this.from.year() == null) ? FiscalYear.of(first).last() : null;
	}

}
