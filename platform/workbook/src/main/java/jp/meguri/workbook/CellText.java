package jp.meguri.workbook;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.meguri.workbook.UnwritableTextException.Reason;

/**
 * Texts as cells hold them: what XML cannot carry or would change is escaped as
 * {@code _x000D_}.
 */
final class CellText {

	/** More a cell cannot hold, in UTF-16 units. */
	static final int LONGEST = 32_767;

	private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

	private static final Pattern CONTROL = Pattern.compile("[\\x01-\\x08\\x0b-\\x1f\\ufffe\\uffff]");

	private CellText() {
	}

	/**
	 * @param where what holds the text, for the message
	 * @throws UnwritableTextException if no cell can hold it
	 */
	static String of(String text, String where) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean paired = Character.isHighSurrogate(c) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1));
			if (c == '\0' || Character.isSurrogate(c) && !paired) {
				throw new UnwritableTextException(Reason.NO_CHARACTER, where);
			}
			i += paired ? 1 : 0;
		}
		String escaped = ESCAPED.matcher(text).replaceAll("_x005F_");
		escaped = CONTROL.matcher(escaped).replaceAll(CellText::escape);
		if (escaped.length() > LONGEST) {
			throw new UnwritableTextException(Reason.TOO_LONG, where);
		}
		return escaped;
	}

	private static String escape(MatchResult control) {
		return Matcher.quoteReplacement("_x%04X_".formatted((int) control.group().charAt(0)));
	}

}
