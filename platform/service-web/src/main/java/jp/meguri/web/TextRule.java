package jp.meguri.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a text field accepts. Text is kept exactly as given; length counts code points.
 *
 * @param maximum most code points
 * @param required whether something visible must be there
 * @param lines whether line ends are allowed
 */
public record TextRule(int maximum, boolean required, boolean lines) {

	private static final int MARKS_PER_BASE = 30;

	/** A name or title: one line, something visible in it. */
	public static TextRule name(int maximum) {
		return new TextRule(maximum, true, false);
	}

	/** One line that may be empty. */
	public static TextRule line(int maximum) {
		return new TextRule(maximum, false, false);
	}

	/** Several lines that may be empty. */
	public static TextRule body(int maximum) {
		return new TextRule(maximum, false, true);
	}

	public TextRule asRequired() {
		return new TextRule(this.maximum, true, this.lines);
	}

	/** Which rule the text breaks, as key of {@code field.<key>}. */
	public Optional<String> brokenBy(@Nullable String text) {
		if (text == null || text.codePoints().allMatch(TextRule::isInvisible)) {
			return (this.required || (text != null && !text.isEmpty() && !this.lines)) ? Optional.of("required")
					: Optional.empty();
		}
		if (text.codePointCount(0, text.length()) > this.maximum) {
			return Optional.of("too-long");
		}
		if (text.codePoints().anyMatch(this::isRefused) || hasTooManyMarks(text)) {
			return Optional.of("characters");
		}
		return Optional.empty();
	}

	private boolean isRefused(int codePoint) {
		if (codePoint == '\n' || codePoint == '\t') {
			return !this.lines;
		}
		boolean nonCharacter = (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
		return Character.isISOControl(codePoint) || nonCharacter || (!this.lines && isDirection(codePoint));
	}

	// Overrides, embeddings and isolates could make a title read differently from what
	// it is; in bodies they are isolated on display.
	private static boolean isDirection(int codePoint) {
		return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
	}

	private static boolean isInvisible(int codePoint) {
		return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)
				|| Character.getType(codePoint) == Character.FORMAT || codePoint == 0x3164 || codePoint == 0x115F
				|| codePoint == 0x1160 || codePoint == 0xFFA0;
	}

	private static boolean hasTooManyMarks(String text) {
		int marks = 0;
		for (int codePoint : text.codePoints().toArray()) {
			marks = isMark(codePoint) ? marks + 1 : 0;
			if (marks > MARKS_PER_BASE) {
				return true;
			}
		}
		return false;
	}

	private static boolean isMark(int codePoint) {
		int type = Character.getType(codePoint);
		return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
	}

}
