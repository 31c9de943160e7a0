package jp.meguri.reading.target;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * A whole run of digits with its commas and decimal point: 4,000, 22.0.
 */
final class Decimal implements Rule<BigDecimal> {

	static final Rule<BigDecimal> RULE = new Decimal();

	/** Longer runs are no amounts (accounts, telephone numbers). */
	private static final int MOST_CHARACTERS = 30;

	private Decimal() {
	}

	@Override
	public @Nullable Match<BigDecimal> at(PhraseText text, int from) {
		if (!isDigit(text.at(from)) || isInside(text, from)) {
			return null;
		}
		int whole = whole(text, from);
		int end = (text.at(whole) == '.' && isDigit(text.at(whole + 1))) ? digits(text, whole + 1) : whole;
		boolean version = end > whole && text.at(end) == '.' && isDigit(text.at(end + 1));
		if (version || end - from > MOST_CHARACTERS) {
			return null;
		}
		return new Match<>(new BigDecimal(text.chars(from, end).replace(",", "")), end);
	}

	private static boolean isInside(PhraseText text, int from) {
		char before = text.at(from - 1);
		return isDigit(before) || ((before == '.' || before == ',') && isDigit(text.at(from - 2)));
	}

	/** Where the whole part ends; a comma counts before exactly three digits. */
	private static int whole(PhraseText text, int from) {
		int end = digits(text, from);
		while (end - from <= MOST_CHARACTERS && text.at(end) == ',' && digits(text, end + 1) == end + 4) {
			end += 4;
		}
		return end;
	}

	private static int digits(PhraseText text, int from) {
		int end = from;
		while (isDigit(text.at(end)) && end - from <= MOST_CHARACTERS) {
			end++;
		}
		return end;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

}
