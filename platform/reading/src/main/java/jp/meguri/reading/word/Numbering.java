package jp.meguri.reading.word;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.office.XmlPart;

/**
 * Automatic numbers and bullets (段落番号・行頭記号), counted as the document goes on.
 */
final class Numbering {

	private static final Pattern PLACE = Pattern.compile("%([1-9])");

	private static final int LEVELS = 9;

	private final Map<String, Level[]> lists = new HashMap<>();

	private final Map<String, String> listOf = new HashMap<>();

	private final Map<String, Integer> startsOver = new HashMap<>();

	private final Map<String, int[]> counts = new HashMap<>();

	Numbering() {
	}

	Numbering(XmlPart xml) {
		while (xml.nextStart()) {
			if (xml.name().equals("abstractNum")) {
				list(xml);
			}
			else if (xml.name().equals("num")) {
				number(xml);
			}
		}
	}

	private void list(XmlPart xml) {
		Level[] levels = new Level[LEVELS];
		this.lists.put(xml.attribute("abstractNumId", ""), levels);
		int depth = xml.depth();
		while (xml.nextChild(depth)) {
			int level = xml.number("ilvl", -1);
			if (xml.name().equals("lvl") && level >= 0 && level < LEVELS) {
				levels[level] = Level.read(xml);
			}
			else {
				xml.skip();
			}
		}
	}

	private void number(XmlPart xml) {
		String id = xml.attribute("numId", "");
		int depth = xml.depth();
		int overridden = 0;
		while (xml.next() && xml.depth() >= depth) {
			if (xml.isStart("abstractNumId")) {
				this.listOf.put(id, xml.attribute("val", ""));
			}
			else if (xml.isStart("lvlOverride")) {
				overridden = xml.number("ilvl", 0);
			}
			else if (xml.isStart("startOverride")) {
				this.startsOver.put(id + "/" + overridden, xml.number("val", 1));
			}
		}
	}

	/** The label of the next paragraph of a list, empty for none. */
	String next(String numId, int level) {
		String list = this.listOf.get(numId);
		Level[] levels = (list != null) ? this.lists.get(list) : null;
		if (levels == null || level < 0 || level >= LEVELS || levels[level] == null) {
			return "";
		}
		int[] counts = this.counts.computeIfAbsent(list, (key) -> new int[LEVELS]);
		Integer startsOver = this.startsOver.remove(numId + "/" + level);
		counts[level] = (startsOver != null) ? startsOver
				: (counts[level] == 0) ? levels[level].start : counts[level] + 1;
		for (int below = level + 1; below < LEVELS; below++) {
			counts[below] = 0;
		}
		return label(levels, level, counts);
	}

	private static String label(Level[] levels, int level, int[] counts) {
		Matcher place = PLACE.matcher(levels[level].pattern);
		return place.replaceAll((found) -> {
			int of = found.group(1).charAt(0) - '1';
			@Nullable Level named = levels[of];
			int count = Math.max(counts[of], (named != null) ? named.start : 1);
			return Matcher.quoteReplacement((named != null) ? ListNumber.print(count, named.format) : "");
		});
	}

	/**
	 * @param pattern the label, with %1 for the count of the first level
	 */
	private record Level(int start, String format, String pattern) {

		static Level read(XmlPart xml) {
			int start = 1;
			String format = "decimal";
			String pattern = "";
			int depth = xml.depth();
			while (xml.nextChild(depth)) {
				switch (xml.name()) {
					case "start" -> start = xml.number("val", 1);
					case "numFmt" -> format = xml.attribute("val", "decimal");
					case "lvlText" -> pattern = xml.attribute("val", "");
					default -> {
						// fonts and indents
					}
				}
				xml.skip();
			}
			return new Level(start, format,
					format.equals("bullet") ? ListNumber.bullets(pattern) : format.equals("none") ? "" : pattern);
		}

	}

}
