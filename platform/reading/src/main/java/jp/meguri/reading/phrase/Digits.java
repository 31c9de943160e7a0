package jp.meguri.reading.phrase;

import org.jspecify.annotations.Nullable;

/**
 * A whole run of digits as a number.
 *
 * @param most how many digits it may have, at most nine
 * @param whole whether it may not stand behind a decimal point or comma
 */
record Digits(int most, boolean whole) implements Rule<Integer> {

	private static final Beginnings BEGINNINGS = Beginnings.of(Digits::isDigit);

	@Override
	public Beginnings beginnings() {
		return BEGINNINGS;
	}

	@Override
	public @Nullable Match<Integer> at(PhraseText text, int from) {
		if (!isDigit(text.at(from)) || isDigit(text.at(from - 1)) || (this.whole && isFraction(text, from))) {
			return null;
		}
		int value = 0;
		int end = from;
		while (isDigit(text.at(end)) && end - from <= this.most) {
			value = value * 10 + text.at(end++) - '0';
		}
		return (end - from <= this.most) ? new Match<>(value, end) : null;
	}

	private static boolean isFraction(PhraseText text, int from) {
		char before = text.at(from - 1);
		return (before == '.' || before == ',') && isDigit(text.at(from - 2));
	}

	private static boolean isDigit(int c) {
		return c >= '0' && c <= '9';
	}

}
