package jp.meguri.reading.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PlanPeriod;
import jp.meguri.reading.schedule.ScheduleEntry.Confidence;

/**
 * Turns points in time into days. What a point leaves out it takes from the points before
 * it in the same text (era, 同年), else from the sheet's year.
 */
final class Reckoner {

	/** An era left out may not lead farther away from its neighbours than that. */
	private static final int NEAR = 10;

	private final FiscalYear fiscalYear;

	private final @Nullable PlanPeriod planPeriod;

	private @Nullable Era era;

	private int year;

	/** The fiscal year of a heading such as 「令和3年度：」, else the sheet's. */
	private FiscalYear headed;

	Reckoner(PhraseContext context) {
		this.fiscalYear = new FiscalYear(context.fiscalYear());
		this.planPeriod = context.planPeriod();
		this.year = context.fiscalYear();
		this.headed = this.fiscalYear;
	}

	FiscalYear fiscalYear() {
		return this.fiscalYear;
	}

	@Nullable PlanPeriod planPeriod() {
		return this.planPeriod;
	}

	/**
	 * Months behind a heading are those of its year, as far as the line or sentence goes.
	 */
	void underHeading(LocalDate firstDay) {
		this.headed = FiscalYear.of(firstDay);
	}

	void headingEnds() {
		this.headed = this.fiscalYear;
	}

	/** The days of a point, or null if it does not exist or its year cannot be told. */
	@Nullable Reckoned days(Point point) {
		Year year = point.year();
		if (year == null) {
			return reckoned(point.part().in(this.headed.value(), true), Confidence.INFERRED, false);
		}
		Integer value = value(year);
		if (value == null) {
			return null;
		}
		this.year = value;
		boolean conflict = year instanceof Year.Named named && named.conflicting();
		Confidence stated = (year instanceof Year.Named) ? Confidence.STATED : Confidence.INFERRED;
		return reckoned(point.part().in(value, year.fiscal()), conflict ? Confidence.DOUBTFUL : stated, conflict);
	}

	/**
	 * The same for a day that is told as the present or the near future (現在, までに): if its
	 * era leads far away and another one does not, the era is a misprint.
	 */
	@Nullable Reckoned daysNearby(Point point) {
		if (point.year() instanceof Year.Named named && named.western() == null && named.era() != null
				&& !isNear(named.value())) {
			Era likely = Stream.of(Era.values())
				.filter((era) -> isNear(era.year(named.number())))
				.findFirst()
				.orElse(named.era());
			boolean misprint = likely != named.era();
			Year.Named corrected = new Year.Named(likely, named.number(), null, named.fiscal(), false,
					misprint || named.damaged());
			return days(new Point(corrected, point.part(), point.edge()));
		}
		return days(point);
	}

	/** The days of a point that ends a range. */
	@Nullable Reckoned daysAfter(Point point, Reckoned start) {
		LocalDate first = start.days().first();
		if (point.year() == null) {
			int fiscal = FiscalYear.of(first).value();
			return IntStream.rangeClosed(fiscal, fiscal + 1)
				.mapToObj((candidate) -> point.part().in(candidate, true))
				.filter((window) -> window != null && !window.last().isBefore(first))
				.map((window) -> reckoned(window, start.confidence(), false))
				.findFirst()
				.orElse(null);
		}
		if (point.year() instanceof Year.Next) {
			return reckoned(point.part().in(first.getYear() + 1, false), start.confidence(), false);
		}
		Reckoned end = days(point);
		return (end != null && !end.days().last().isBefore(first)) ? end : null;
	}

	private @Nullable Integer value(Year year) {
		if (year instanceof Year.Named named) {
			this.era = (named.era() != null) ? named.era() : this.era;
			return named.value();
		}
		if (year instanceof Year.Elided elided) {
			return withEra(elided.number());
		}
		if (year instanceof Year.Relative relative) {
			return this.fiscalYear.value() + relative.shift();
		}
		return this.year;
	}

	private @Nullable Integer withEra(int number) {
		if (this.era != null && Math.abs(this.era.year(number) - this.year) <= NEAR) {
			return this.era.year(number);
		}
		return Stream.of(Era.values())
			.map((candidate) -> candidate.year(number))
			.filter((candidate) -> number > 0 && Math.abs(candidate - this.year) <= NEAR)
			.min(Comparator.comparingInt((candidate) -> Math.abs(candidate - this.year)))
			.orElse(null);
	}

	private boolean isNear(int year) {
		return Math.abs(year - this.fiscalYear.value()) <= NEAR;
	}

	private static @Nullable Reckoned reckoned(@Nullable Window days, Confidence confidence, boolean conflict) {
		return (days != null) ? new Reckoned(days, confidence, conflict) : null;
	}

}
