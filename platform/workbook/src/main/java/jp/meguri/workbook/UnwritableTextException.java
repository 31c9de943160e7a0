package jp.meguri.workbook;

/**
 * A text that no cell of a workbook can hold as it is. Nothing is cut: the workbook is
 * not written.
 */
public final class UnwritableTextException extends RuntimeException {

	private final Reason reason;

	private final String where;

	UnwritableTextException(Reason reason, String where) {
		super(reason + " in " + where);
		this.reason = reason;
		this.where = where;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Worksheet, column and row, as the workbook would have had them. */
	public String where() {
		return this.where;
	}

	public enum Reason {

		/** Longer than 32,767 characters. */
		TOO_LONG,
		/** U+0000, or half of a character. */
		NO_CHARACTER,
		/** Contents of a kind this workbook has no column for. */
		NO_PLACE

	}

}
