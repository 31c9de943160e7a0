package jp.meguri.reading.phrase;

import org.jspecify.annotations.Nullable;

/**
 * What a phrase leaves to its document: 「3月」 is the March of the fiscal year the sheet
 * belongs to, 「5年間で」 the years of its plan.
 *
 * @param fiscalYear the sheet's year (年度), which begins on 1 April
 * @param planPeriod the plan's years, where a plan is known
 */
public record PhraseContext(int fiscalYear, @Nullable PlanPeriod planPeriod) {

	public static PhraseContext of(int fiscalYear) {
		return new PhraseContext(fiscalYear, null);
	}

}
