package jp.meguri.reading.draft;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The fiscal year a sheet seems to be for, from the eras it mentions. A proposal: a
 * person confirms it.
 *
 * @param value the fiscal year, or null where the mentions do not agree on one
 * @param evidence the mentions that speak for it, in document order
 */
public record YearProposal(@Nullable Integer value, List<Evidence> evidence) {

	public YearProposal {
		evidence = List.copyOf(evidence);
	}

	/**
	 * @param span where it stands
	 * @param phrase the words, e.g. 令和2年度（2020年度）
	 * @param fiscalYear the fiscal year they name
	 * @param role what makes them count
	 */
	public record Evidence(Span span, String phrase, int fiscalYear, Role role) {
	}

	/** Where a mention stands, which decides what it says about the sheet's year. */
	public enum Role {

		/** Above the first heading or in a heading. */
		CAPTION,
		/** First year of a mid-term goal's roadmap. */
		ROADMAP_START,
		/** First year named among a goal's actions. */
		ACTION,
		/** A date among the results. */
		RESULT,
		/** The following year, named among the directions. */
		DIRECTION

	}

}
