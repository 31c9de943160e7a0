package jp.meguri.reading.pdca;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Cell;

/**
 * A grade that stands alone in its cell: a letter, or a sign such as ◎ or △. Documents
 * print A to D also with full-width, Cyrillic and Greek letters that look the same; they
 * are folded here and nowhere else.
 */
final class GradeLetter {

	private static final String LOOK_ALIKES = "АВСΑΒＳ◯〇✕☓";

	private static final String PLAIN = "ABCABS○○××";

	private static final String SIGNS = "◎○△▲×";

	private GradeLetter() {
	}

	/** The plain letter, or null where the cell holds anything else. */
	static @Nullable String in(Cell cell) {
		return (cell.length() <= 2) ? in(cell.key()) : null;
	}

	/** The plain letter, or null where the text is anything else. */
	static @Nullable String in(String key) {
		if (key.length() != 1) {
			return null;
		}
		int alike = LOOK_ALIKES.indexOf(key.charAt(0));
		char letter = (alike >= 0) ? PLAIN.charAt(alike) : key.charAt(0);
		return (letter >= 'A' && letter <= 'E' || letter == 'S' || SIGNS.indexOf(letter) >= 0) ? String.valueOf(letter)
				: null;
	}

	/** Whether the printed letter is a plain one, in whatever width. */
	static boolean isPlain(String printed) {
		char c = printed.charAt(0);
		return c < 128 || c >= 'Ａ' && c <= 'Ｚ' || SIGNS.indexOf(c) >= 0 || "◯〇✕☓".indexOf(c) >= 0;
	}

}
