package jp.meguri.reading.entries;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A list marker at some place of a text.
 *
 * @param kind its kind
 * @param start first character
 * @param end one behind it
 */
public record Marker(Kind kind, int start, int end) {

	private static final String JOINTS = " 。:";

	private static final String BRACKETS = ")」』】";

	/** The marker at exactly this place, or null. */
	public static @Nullable Marker at(String folded, int at) {
		boolean first = isFirst(folded, at);
		for (Kind kind : Kind.values()) {
			if (kind == Kind.ITEM || (kind.onlyFirst && !first)) {
				continue;
			}
			Matcher matcher = kind.pattern.matcher(folded).region(at, folded.length()).useTransparentBounds(true);
			if (matcher.lookingAt()) {
				return new Marker(kind, at, matcher.end());
			}
		}
		return null;
	}

	private static boolean isFirst(String folded, int at) {
		int before = at - 1;
		while (before >= 0 && folded.charAt(before) == ' ') {
			before--;
		}
		return before < 0;
	}

	/**
	 * The next marker inside the text: behind a blank, 。 or ：; ① also behind a bracket.
	 */
	public static @Nullable Marker inside(String folded, int from) {
		for (int i = Math.max(1, from); i < folded.length(); i++) {
			char before = folded.charAt(i - 1);
			boolean joint = folded.charAt(i) != ' ' && (JOINTS + BRACKETS).indexOf(before) >= 0;
			Marker marker = joint ? at(folded, i) : null;
			if (marker != null && (marker.kind == Kind.CIRCLED || JOINTS.indexOf(before) >= 0)) {
				return marker;
			}
		}
		return null;
	}

	/** Kinds of markers, the outer ones first (domain guide 7). */
	public enum Kind {

		NUMBER("\\d{1,2}\\.(?=[^\\d])", true),

		CIRCLE("([○◯〇●◎■□◆◇▶►☆★▪])(?!\\1)", false),

		PARENTHESIS("\\(\\s?\\d{1,2}\\s?\\)|[⑴-⒇]", false),

		HALF_PARENTHESIS("\\d{1,2}\\)", true),

		CIRCLED("[①-⑳㉑-㉟㊱-㊿❶-❿]", false),

		KANA("\\([ア-ンｱ-ﾝ]\\)|[ア-ン](?=[\\s.)])[.)]?", true),

		STAR("\\*", false),

		BULLET("・(?!・)", false),

		DASH("-(?=\\s)", true),

		NOTE("※", false),

		/** An HTML list item without a printed marker. */
		ITEM("", true);

		private final Pattern pattern;

		private final boolean onlyFirst;

		Kind(String pattern, boolean onlyFirst) {
			this.pattern = Pattern.compile(pattern);
			this.onlyFirst = onlyFirst;
		}

	}

}
