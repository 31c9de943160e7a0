package jp.meguri.reading.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Reason;
import jp.meguri.reading.office.XmlPart;

/**
 * The number formats of a workbook's cells.
 */
final class CellStyles {

	/** Office programs stop at 64,000. */
	private static final int MOST_STYLES = 65_000;

	private static final String GENERAL = "General";

	/** Formats every program knows without being told, as a Japanese one shows them. */
	private static final Map<Integer, String> KNOWN = new HashMap<>();

	static {
		String[] first = { GENERAL, "0", "0.00", "#,##0", "#,##0.00", "#,##0", "#,##0", "#,##0.00", "#,##0.00", "0%",
				"0.00%", "0.00E+00", "# ?/?", "# ??/??", "yyyy/m/d", "d-mmm-yy", "d-mmm", "mmm-yy", "h:mm", "h:mm:ss",
				"h:mm", "h:mm:ss", "yyyy/m/d h:mm" };
		for (int i = 0; i < first.length; i++) {
			KNOWN.put(i, first[i]);
		}
		for (int id : new int[] { 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 }) {
			KNOWN.put(id, "yyyy年m月d日");
		}
		for (int id : new int[] { 34, 35, 55, 56 }) {
			KNOWN.put(id, "yyyy年m月");
		}
		KNOWN.put(32, "h:mm");
		KNOWN.put(33, "h:mm:ss");
		for (int id : new int[] { 37, 38, 39, 40 }) {
			KNOWN.put(id, (id < 39) ? "#,##0" : "#,##0.00");
		}
		KNOWN.put(45, "m:ss");
		KNOWN.put(46, "[h]:mm:ss");
		KNOWN.put(47, "m:ss.0");
		KNOWN.put(49, "@");
	}

	private final Map<Integer, String> formats = new HashMap<>(KNOWN);

	private final List<String> styles = new ArrayList<>();

	CellStyles() {
	}

	CellStyles(XmlPart xml) {
		int count = 0;
		while (xml.nextStart()) {
			if (xml.name().equals("numFmt")) {
				this.formats.put(xml.number("numFmtId", -1), xml.attribute("formatCode", GENERAL));
			}
			else if (xml.name().equals("cellXfs")) {
				styles(xml);
			}
			if (++count > 20 * MOST_STYLES) {
				throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
			}
		}
	}

	private void styles(XmlPart xml) {
		int depth = xml.depth();
		while (xml.nextChild(depth)) {
			this.styles.add(this.formats.getOrDefault(xml.number("numFmtId", 0), GENERAL));
			if (this.styles.size() > MOST_STYLES) {
				throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
			}
		}
	}

	/** The number format of a style. */
	String format(int style) {
		return (style >= 0 && style < this.styles.size()) ? this.styles.get(style) : GENERAL;
	}

}
