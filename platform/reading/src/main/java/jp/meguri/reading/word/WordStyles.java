package jp.meguri.reading.word;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.office.XmlPart;

/**
 * What paragraph styles say about headings and lists.
 */
final class WordStyles {

	private static final int DEEPEST = 10;

	private final Map<String, Style> styles = new HashMap<>();

	WordStyles() {
	}

	WordStyles(XmlPart xml) {
		while (xml.nextStart()) {
			if (xml.name().equals("style")) {
				this.styles.put(xml.attribute("styleId", ""), Style.read(xml));
			}
		}
	}

	/** Level 1 to 6 of a heading, or 0. */
	int heading(String id) {
		int level = -1;
		@Nullable Style style = this.styles.get(id);
		for (int i = 0; style != null && level < 0 && i < DEEPEST; i++) {
			level = style.outline;
			style = this.styles.get(style.base);
		}
		return heading(level);
	}

	static int heading(int outlineLevel) {
		return (outlineLevel >= 0 && outlineLevel < 6) ? outlineLevel + 1 : 0;
	}

	/** The list a style belongs to, empty for none. */
	String list(String id) {
		@Nullable Style style = this.styles.get(id);
		for (int i = 0; style != null && i < DEEPEST; i++) {
			if (!style.list.isEmpty()) {
				return style.list;
			}
			style = this.styles.get(style.base);
		}
		return "";
	}

	int listLevel(String id) {
		@Nullable Style style = this.styles.get(id);
		return (style != null) ? style.level : 0;
	}

	private record Style(String base, int outline, String list, int level) {

		static Style read(XmlPart xml) {
			String base = "";
			String list = "";
			int outline = -1;
			int level = 0;
			int depth = xml.depth();
			while (xml.next() && xml.depth() >= depth) {
				if (xml.isStart("basedOn")) {
					base = xml.attribute("val", "");
				}
				else if (xml.isStart("outlineLvl")) {
					outline = xml.number("val", -1);
				}
				else if (xml.isStart("numId")) {
					list = xml.attribute("val", "");
				}
				else if (xml.isStart("ilvl")) {
					level = xml.number("val", 0);
				}
			}
			return new Style(base, outline, list, level);
		}

	}

}
