package jp.meguri.reading.phrase;

import org.jspecify.annotations.Nullable;

/**
 * A whole run of digits as a number.
 *
 * @param most how many digits it may have, at most nine
 */
record Digits(int most) implements Rule<Integer> {

	@Override
	public @Nullable Match<Integer> at(PhraseText text, int from) {
		if (!isDigit(text.at(from)) || isInsideNumber(text, from)) {
			return null;
		}
		int value = 0;
		int end = from;
		while (isDigit(text.at(end)) && end - from <= this.most) {
			value = value * 10 + text.at(end++) - '0';
		}
		return (end - from <= this.most) ? new Match<>(value, end) : null;
	}

	private static boolean isInsideNumber(PhraseText text, int from) {
		char before = text.at(from - 1);
		return isDigit(before) || ((before == '.' || before == ',') && isDigit(text.at(from - 2)));
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

}
