package jp.meguri.reading.layout;

/**
 * Characters of a cell without a break between them.
 *
 * @param run the characters, trimmed, never empty
 * @param before what separates it from the piece above
 */
public record Piece(Run run, Break before) {

	public Piece with(Break before) {
		return new Piece(this.run, before);
	}

	/** What may stand between two pieces. */
	public enum Break {

		/** A line end that may only be a wrap. */
		WRAP,
		/** A line break by a tag. */
		LINE,
		/** A new paragraph. */
		PARAGRAPH,
		/** A list item by a tag. */
		ITEM

	}

}
