package jp.meguri.reading.layout;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Full-width and half-width forms (全角・半角) for matching; texts themselves are never
 * changed.
 */
public final class Width {

	private static final Pattern TORIKUMI = Pattern.compile("取り?組み?|とりくみ");

	private static final Pattern DOUBLED = Pattern.compile("([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])\\1");

	private static final Pattern LETTER = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}・]");

	private Width() {
	}

	/**
	 * Folds character by character: the result is as long as the text, so offsets stay.
	 * List markers such as ① are kept.
	 */
	public static String fold(String text) {
		StringBuilder folded = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			folded.append(fold(text.charAt(i)));
		}
		return folded.toString();
	}

	private static char fold(char c) {
		if (c >= '！' && c <= '～') {
			return (char) (c - '！' + '!');
		}
		return switch (c) {
			case '〜', '∼' -> '~';
			case '‐', '‑', '‒', '–', '—', '―', '−', 'ｰ' -> '-';
			case '･', '·', '•' -> '・';
			default -> isBlank(c) ? ' ' : c;
		};
	}

	/** For comparing words of a form: no blanks, one width, one spelling of 取組. */
	public static String key(String text) {
		String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
		StringBuilder key = new StringBuilder(folded.length());
		folded.chars().filter((c) -> !isBlank((char) c)).forEach((c) -> key.append((char) c));
		return TORIKUMI.matcher(key).replaceAll("取組");
	}

	/**
	 * The key with letters that were recognised twice as one (目標標): for heads and labels.
	 */
	public static String undoubled(String key) {
		return DOUBLED.matcher(key).replaceAll("$1");
	}

	/**
	 * A pattern for folded text that also matches where a blank stands between its
	 * Japanese letters or one was recognised twice. Classes ({@code [一二三]}) stay as they
	 * are.
	 */
	public static String spread(String pattern) {
		StringBuilder spread = new StringBuilder();
		boolean inClass = false;
		for (int i = 0; i < pattern.length(); i++) {
			char c = pattern.charAt(i);
			boolean escaped = i > 0 && pattern.charAt(i - 1) == '\\';
			inClass = (c == '[' && !escaped) || (inClass && (c != ']' || escaped));
			String letter = String.valueOf(c);
			spread.append((!inClass && LETTER.matcher(letter).matches())
					? "(?:%1$s(?:\\s*%1$s)?\\s*+)".formatted(letter) : letter);
		}
		return spread.toString();
	}

	/**
	 * Also the ideographic space, no-break and zero-width ones, and a byte order mark.
	 */
	public static boolean isBlank(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\u200c' || c == '\u200d'
				|| c == '\ufeff';
	}

}
