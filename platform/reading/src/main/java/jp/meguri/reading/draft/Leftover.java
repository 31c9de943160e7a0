package jp.meguri.reading.draft;

/**
 * Characters of the source that are in no field.
 *
 * @param span where
 * @param text the characters
 * @param kind what they are
 */
public record Leftover(Span span, String text, Kind kind) {

	public enum Kind {

		/** Markup: HTML tags, Markdown signs. */
		TAG,
		/** Table rules and separators. */
		RULE,
		/** Words of the form: headings, column heads, repeated heads. */
		LABEL,
		/** 【今年度末に記載】, - or _: nothing has been written, or there is none. */
		PLACEHOLDER,
		/** Text nobody could place; each has a remark. */
		UNREAD

	}

}
