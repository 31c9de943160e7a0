package jp.meguri.reading.reformplan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A list sign of a plan and its place in its sequence: ア is 1, (イ) is 2. Plans nest
 * deeper than goal sheets, so a sign inside a line counts only where it goes on with a
 * sequence.
 *
 * @param kind its kind
 * @param ordinal its place, or 0 for signs that are all alike such as ・
 * @param start first character
 * @param end one behind it
 * @param alike whether it is printed with a letter that only looks like the right one
 */
record Sign(Kind kind, int ordinal, int start, int end, boolean alike) {

	private static final String KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";

	private static final String KANA_HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜ";

	/** Look-alikes of エ, オ, カ, タ, ニ, ハ and ロ as text recognition gives them. */
	private static final String ALIKE = "I工才力夕二八口";

	private static final String ALIKE_KANA = "エエオカタニハロ";

	private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

	/** The sign at this place, or null. */
	static @Nullable Sign at(String folded, int at) {
		boolean first = lastBefore(folded, at) < 0;
		for (Kind kind : Kind.values()) {
			Matcher matcher = kind.pattern.matcher(folded).region(at, folded.length()).useTransparentBounds(true);
			if ((first || !kind.onlyFirst) && matcher.lookingAt()) {
				String place = (matcher.groupCount() > 0 && matcher.group(1) != null) ? matcher.group(1) : "";
				return new Sign(kind, ordinal(kind, place), at, matcher.end(), false);
			}
		}
		return null;
	}

	/** Index of the last character before this place that is not blank, or -1. */
	static int lastBefore(String folded, int at) {
		int last = at - 1;
		while (last >= 0 && folded.charAt(last) == ' ') {
			last--;
		}
		return last;
	}

	/** As {@link #at}; ア may also stand directly before a second sign, as in ア(イ). */
	static @Nullable Sign keyAt(String folded, int at) {
		Sign second = (at + 1 < folded.length()) ? at(folded, at + 1) : null;
		int kana = KANA.indexOf(folded.charAt(at)) + 1;
		boolean pair = kana > 0 && second != null && second.kind == Kind.PAREN_KANA;
		return pair ? new Sign(Kind.KANA, kana, at, at + 1, false) : at(folded, at);
	}

	private static int ordinal(Kind kind, String place) {
		return switch (kind) {
			case NUMBER, PARENTHESIS -> Integer.parseInt(place);
			case CIRCLED -> CIRCLED.indexOf(place) + 1;
			case KANA, PAREN_KANA -> Math.max(KANA.indexOf(place), KANA_HALF.indexOf(place)) + 1;
			case LATIN, PAREN_LATIN -> Character.toLowerCase(place.charAt(0)) - 'a' + 1;
			default -> 0;
		};
	}

	/** This sign read as the kana in brackets that is due, or null if it is not alike. */
	@Nullable Sign asKana(String folded, int due) {
		if (this.kind != Kind.PAREN_LATIN && this.kind != Kind.ALIKE) {
			return null;
		}
		for (int i = this.start; i < this.end; i++) {
			int found = ALIKE.indexOf(folded.charAt(i));
			if (found >= 0 && KANA.indexOf(ALIKE_KANA.charAt(found)) + 1 == due) {
				return new Sign(Kind.PAREN_KANA, due, this.start, this.end, true);
			}
		}
		return null;
	}

	/** This kana as one in brackets of which some are lost, or null if it is none. */
	@Nullable Sign inBrackets() {
		return (this.kind == Kind.KANA) ? new Sign(Kind.PAREN_KANA, this.ordinal, this.start, this.end, false) : null;
	}

	/** Kinds of signs, the outer ones first. */
	enum Kind {

		NUMBER("(\\d{1,2})(?:[.](?!\\d)|\\))", true),

		PARENTHESIS("\\(\\s?(\\d{1,2})\\s?\\)", false),

		CIRCLED("([①-⑳])", false),

		KANA("([ア-ワｱ-ﾜ])(?:[.)]|(?=\\s))", false),

		PAREN_KANA("\\(\\s?([ア-ワｱ-ﾜ])(?:\\s?\\)|(?=\\s))", false),

		LATIN("([A-Za-z])(?:[.)](?!\\w)|(?=\\s))", false),

		PAREN_LATIN("\\(\\s?([A-Za-z])\\s?\\)", false),

		/** Something in brackets that may be a kana misread. */
		ALIKE("\\(\\s?[工才力夕二八口]\\s?\\)", false),

		NOTE("※|\\(\\*\\)", false),

		BOX("([◎○●◇◆□■▶☆★])(?!\\1)", false),

		BULLET("・", false),

		DASH("[-*](?=\\s)", true),

		/** An HTML list item without a printed sign. */
		ITEM("(?!)", true);

		private final Pattern pattern;

		private final boolean onlyFirst;

		Kind(String pattern, boolean onlyFirst) {
			this.pattern = Pattern.compile(pattern);
			this.onlyFirst = onlyFirst;
		}

		boolean isNumbered() {
			return compareTo(PAREN_LATIN) <= 0;
		}

	}

}
