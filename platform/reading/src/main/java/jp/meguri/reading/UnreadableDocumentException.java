package jp.meguri.reading;

/**
 * A file that cannot be turned into text.
 */
public final class UnreadableDocumentException extends RuntimeException {

	private final Reason reason;

	UnreadableDocumentException(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	public enum Reason {

		/** Neither UTF-8 nor CP932. */
		BROKEN_TEXT,
		/** docx, xlsx and the like. */
		OFFICE_FILE,
		/** A PDF that is damaged or locked. */
		BROKEN_PDF,
		/** Binary, or a PDF of pictures only. */
		NO_TEXT,
		/** Longer than any sheet. */
		TOO_LONG

	}

}
