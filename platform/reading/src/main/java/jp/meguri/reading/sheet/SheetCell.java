package jp.meguri.reading.sheet;

/**
 * A cell that holds something.
 *
 * @param column its column, from 1
 * @param text what it holds; line breaks are as stored
 * @param kind how it was stored
 */
public record SheetCell(int column, String text, Kind kind) {

	public enum Kind {

		TEXT, NUMBER,
		/** A date or time, printed by our own rule (see {@link SerialDate}). */
		DATE,
		/** A number in a format we cannot print, so without its format. */
		UNFORMATTED_NUMBER

	}

}
