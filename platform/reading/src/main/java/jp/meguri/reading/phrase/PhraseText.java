package jp.meguri.reading.phrase;

import java.util.Arrays;

import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Width;

/**
 * A text as grammars see it: in one width and without blanks (「平成 23 年度」 is 平成23年度),
 * while every character knows its place. A blank stays, as one space, only between two
 * Latin letters or digits; tabs and line ends stay as one line feed, which no phrase
 * crosses. List markers such as ① are kept.
 */
public final class PhraseText {

	/** What stands before the first and behind the last character. */
	public static final char END = '\0';

	private final String given;

	private final String chars;

	private final int[] places;

	private PhraseText(String given, String chars, int[] places) {
		this.given = given;
		this.chars = chars;
		this.places = places;
	}

	public static PhraseText of(String given) {
		StringBuilder chars = new StringBuilder(given.length());
		int[] places = new int[given.length()];
		int blankAt = -1;
		boolean lineEnds = false;
		String folded = Width.fold(given);
		for (int i = 0; i < given.length(); i++) {
			char c = folded.charAt(i);
			if (c == ' ' || Width.isBlank(c)) {
				blankAt = (blankAt < 0) ? i : blankAt;
				lineEnds = lineEnds || isLineEnd(given.charAt(i));
				continue;
			}
			if (blankAt >= 0 && !chars.isEmpty() && (lineEnds || isLatin(chars.charAt(chars.length() - 1), c))) {
				places[chars.length()] = blankAt;
				chars.append(lineEnds ? '\n' : ' ');
			}
			blankAt = -1;
			lineEnds = false;
			places[chars.length()] = i;
			chars.append(c);
		}
		return new PhraseText(given, chars.toString(), Arrays.copyOf(places, chars.length()));
	}

	private static boolean isLineEnd(char c) {
		return c == '\n' || c == '\r' || c == '\t' || c == '\u2028' || c == '\u2029' || c == '\f';
	}

	/** Also 「1. 7月」 stays apart: the point ends a list number, it is no decimal point. */
	private static boolean isLatin(char before, char behind) {
		return (isLatin(before) || before == '.' || before == ',') && isLatin(behind);
	}

	private static boolean isLatin(char c) {
		return c < '\u0080' && Character.isLetterOrDigit(c);
	}

	public int length() {
		return this.chars.length();
	}

	/** The character at an index of this text, {@link #END} outside. */
	public char at(int index) {
		return (index >= 0 && index < this.chars.length()) ? this.chars.charAt(index) : END;
	}

	public boolean startsWith(String word, int from) {
		return this.chars.startsWith(word, from);
	}

	/** The folded characters from one index to another. */
	public String chars(int from, int to) {
		return this.chars.substring(from, to);
	}

	/** Whether a blank was left out before this character. */
	public boolean isApart(int index) {
		return index > 0 && index < length() && this.places[index] != this.places[index - 1] + 1;
	}

	/** The first character of this text at or behind a place of the given one. */
	public int indexOf(int place) {
		int index = Arrays.binarySearch(this.places, place);
		return (index >= 0) ? index : -index - 1;
	}

	/** Where characters of this text stand in the given one. At least one character. */
	public Span span(int from, int to) {
		return new Span(this.places[from], this.places[to - 1] + 1);
	}

	/** The given text of these characters, unchanged. */
	public String raw(int from, int to) {
		return span(from, to).of(this.given);
	}

	@Override
	public String toString() {
		return this.chars;
	}

}
