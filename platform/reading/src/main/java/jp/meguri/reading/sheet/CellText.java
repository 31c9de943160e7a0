package jp.meguri.reading.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.meguri.reading.office.XmlPart;

/**
 * Texts as workbooks store them: runs of rich text, readings (ふりがな) beside them, and
 * characters XML cannot carry as {@code _x000D_}.
 */
final class CellText {

	private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private CellText() {
	}

	/** The text of an {@code si} or {@code is} element that has just begun. */
	static String of(XmlPart xml) {
		StringBuilder text = new StringBuilder();
		int depth = xml.depth();
		while (xml.nextChild(depth)) {
			if (xml.name().equals("t")) {
				text.append(unescape(xml.text()));
			}
			else if (xml.name().equals("r")) {
				run(xml, text);
			}
			else {
				xml.skip();
			}
		}
		return text.toString();
	}

	private static void run(XmlPart xml, StringBuilder text) {
		int depth = xml.depth();
		while (xml.nextChild(depth)) {
			if (xml.name().equals("t")) {
				text.append(unescape(xml.text()));
			}
			else {
				xml.skip();
			}
		}
	}

	static String unescape(String stored) {
		if (stored.indexOf("_x") < 0) {
			return stored;
		}
		Matcher escape = ESCAPE.matcher(stored);
		return escape.replaceAll(
				(found) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
	}

}
