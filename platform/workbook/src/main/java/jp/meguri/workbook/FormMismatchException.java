package jp.meguri.workbook;

/**
 * A form that has no table or no head where the mapping says.
 */
public final class FormMismatchException extends RuntimeException {

	private final String missing;

	FormMismatchException(String missing) {
		super("missing: " + missing);
		this.missing = missing;
	}

	/** Worksheet, table or head that was not found. */
	public String missing() {
		return this.missing;
	}

}
