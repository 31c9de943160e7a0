package jp.meguri.reading.word;

import java.util.List;

/**
 * What stands below each other in a document.
 */
public sealed interface WordBlock {

	/**
	 * A paragraph.
	 *
	 * @param text its text, automatic number included; line breaks as line feeds
	 * @param heading 1 to 6 for a heading, 0 for other paragraphs
	 * @param traits what a person should know of it
	 */
	record Paragraph(String text, int heading, List<Trait> traits) implements WordBlock {

		public Paragraph {
			traits = List.copyOf(traits);
		}

	}

	/**
	 * A table.
	 *
	 * @param rows its rows; each has one list of paragraphs for every column of the grid
	 * it covers, empty for the further columns and rows of a merged cell
	 */
	record Table(List<List<List<Paragraph>>> rows) implements WordBlock {

		public Table {
			rows = List.copyOf(rows);
		}

	}

	/** Something special about a paragraph. */
	enum Trait {

		/** Its number or bullet is set by the program. */
		NUMBERED,
		/** Text was inserted, deleted or moved with tracked changes. */
		CHANGED,
		/** Some of it is hidden. */
		HIDDEN,
		/** It stands in a text box. */
		TEXT_BOX,
		/** It stands in a table inside a cell. */
		NESTED,
		/** It has readings above its text, which were left out. */
		RUBY

	}

}
