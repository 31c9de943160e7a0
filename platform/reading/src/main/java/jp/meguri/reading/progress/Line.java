package jp.meguri.reading.progress;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Run;

/**
 * A line of the sheet, or a piece of a cell.
 *
 * @param run its characters
 * @param afterBlank whether something separates it from the line above
 * @param column the head of its column, or null
 * @param place where in its cell it stands; only below heads of columns
 */
record Line(Run run, boolean afterBlank, Word.@Nullable Use column, Place place) {

	Line(Run run, boolean afterBlank) {
		this(run, afterBlank, null, Place.FURTHER);
	}

	String folded() {
		return this.run.folded();
	}

	/** Place of a line in its cell. */
	enum Place {

		/** First line of a cell. */
		FIRST,
		/** A further line. */
		FURTHER,
		/** First line of a cell whose row goes on with the item above. */
		GOES_ON

	}

}
