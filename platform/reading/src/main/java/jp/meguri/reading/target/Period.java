package jp.meguri.reading.target;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PlanPeriod;

/**
 * The time a value is meant for.
 *
 * @param kind how the value relates to the time
 * @param start first day, or null where only the end is known
 * @param end last day
 */
public record Period(Kind kind, @Nullable LocalDate start, LocalDate end) {

	/** How a value relates to its time. */
	public enum Kind {

		/** Within the time: 令和8年度に3校区. */
		WITHIN,
		/** In each year of the time: 毎年度2つ, 10,000人/年. */
		PER_YEAR,
		/** Summed over the time: 5年間で50事業. */
		CUMULATIVE,
		/** On its last day: 年度末残高, 4月1日現在. */
		AS_OF,
		/** Reached on its last day at the latest: 令和9年度までに. */
		BY

	}

	static Period year(Kind kind, int fiscalYear) {
		return new Period(kind, LocalDate.of(fiscalYear, 4, 1), LocalDate.of(fiscalYear + 1, 3, 31));
	}

	/** The plan's years where a plan is known, else the context's year. */
	static Period plan(Kind kind, PhraseContext context) {
		PlanPeriod plan = context.planPeriod();
		return (plan == null) ? year(kind, context.fiscalYear())
				: new Period(kind, LocalDate.of(plan.first(), 4, 1), LocalDate.of(plan.last() + 1, 3, 31));
	}

}
