package jp.meguri.reading;

import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be turned into text.
 */
public final class UnreadableDocumentException extends RuntimeException {

	private final Reason reason;

	private final @Nullable Place place;

	public UnreadableDocumentException(Reason reason) {
		super(reason.name());
		this.reason = reason;
		this.place = null;
	}

	public UnreadableDocumentException(Reason reason, Place place) {
		super(reason.name() + " at " + place);
		this.reason = reason;
		this.place = place;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Where in the file, if one place is to blame. */
	public @Nullable Place place() {
		return this.place;
	}

	/**
	 * A place in a table.
	 *
	 * @param sheet the worksheet's name, empty for a file without worksheets
	 * @param row the row, from 1
	 * @param column the column, from 1, or 0 for the whole row
	 */
	public record Place(String sheet, int row, int column) {

		/** The place as a spreadsheet names it: C5, or 5 for a whole row. */
		public String address() {
			StringBuilder letters = new StringBuilder();
			for (int rest = this.column; rest > 0; rest = (rest - 1) / 26) {
				letters.insert(0, (char) ('A' + (rest - 1) % 26));
			}
			return letters.toString() + this.row;
		}

		@Override
		public String toString() {
			return this.sheet.isEmpty() ? address() : this.sheet + "!" + address();
		}

	}

	public enum Reason {

		/** Nothing in the file. */
		EMPTY_FILE,
		/** Neither UTF-8 nor CP932, nor UTF-16 with its mark. */
		BROKEN_TEXT,
		/** The content is of another kind than the file's name says. */
		CONTENT_DIFFERS,
		/** Presentations, OpenDocument files, other archives. */
		OFFICE_FILE,
		/** xls, doc and the like: the formats before 2007. */
		OLD_OFFICE_FILE,
		/** An office file with a password. */
		LOCKED_OFFICE_FILE,
		/** An office file no office program would have written so. */
		BROKEN_OFFICE_FILE,
		/** Macros, embedded objects, links to other files. */
		ACTIVE_CONTENT,
		/** Far more parts, rows or bytes than a document has, such as a zip bomb. */
		TOO_EXPANSIVE,
		/** A cell that is computed; its value may be out of date. */
		FORMULA_CELL,
		/** A cell that shows an error such as #REF!. */
		ERROR_CELL,
		/** A cell with a date that does not exist. */
		IMPOSSIBLE_DATE,
		/**
		 * A quoted field of a CSV file that does not end, or goes on behind its quote.
		 */
		BROKEN_CSV,
		/** A PDF that is damaged or locked. */
		BROKEN_PDF,
		/** Binary, or a PDF of pictures only. */
		NO_TEXT,
		/** Longer than any sheet. */
		TOO_LONG

	}

}
