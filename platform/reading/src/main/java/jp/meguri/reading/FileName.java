package jp.meguri.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of files as they may be stored, shown and offered for download.
 */
public final class FileName {

	private static final int LONGEST = 120;

	private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

	private FileName() {
	}

	/**
	 * The last part of a path without characters that hide or mean something: controls,
	 * direction marks, separators, wildcards. The ending stays, whatever is cut.
	 */
	public static String clean(String name) {
		StringBuilder kept = new StringBuilder();
		name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
			.codePoints()
			.filter(FileName::isHarmless)
			.forEach(kept::appendCodePoint);
		String clean = kept.toString().strip().replaceAll("^[. ]+|[. ]+$", "");
		if (clean.isEmpty()) {
			return "document";
		}
		return shortened(RESERVED.matcher(clean).matches() ? "_" + clean : clean);
	}

	private static boolean isHarmless(int c) {
		int type = Character.getType(c);
		return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
				&& type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR
				&& "<>:\"|?*".indexOf(c) < 0;
	}

	private static String shortened(String name) {
		int characters = name.codePointCount(0, name.length());
		if (characters <= LONGEST) {
			return name;
		}
		int dot = name.lastIndexOf('.');
		String ending = (dot > 0 && name.length() - dot <= 10) ? name.substring(dot) : "";
		return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
	}

	/** The ending in small letters, empty for none. */
	public static String ending(String name) {
		int dot = name.lastIndexOf('.');
		return (dot >= 0) ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
	}

}
