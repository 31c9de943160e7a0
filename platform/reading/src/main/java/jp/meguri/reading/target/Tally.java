package jp.meguri.reading.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;

/**
 * Counts in brackets that print no unit: (公募6/非公募1).
 */
final class Tally {

	private static final int MOST_NAME = 12;

	private Tally() {
	}

	/** The bracket that opens at this place, if it holds two counts or more. */
	static @Nullable Match<List<Figure>> at(PhraseText text, int open) {
		List<Figure> counts = new ArrayList<>();
		int at = open;
		while (text.at(at) == ((at == open) ? '(' : '/')) {
			Match<Figure> count = count(text, at + 1);
			if (count == null) {
				return null;
			}
			counts.add(count.value());
			at = count.end();
		}
		return (counts.size() > 1 && text.at(at) == ')') ? new Match<>(List.copyOf(counts), at + 1) : null;
	}

	private static @Nullable Match<Figure> count(PhraseText text, int from) {
		int end = from;
		while (end - from < MOST_NAME && (Character.isIdeographic(text.at(end)) || isKatakana(text.at(end)))) {
			end++;
		}
		Match<BigDecimal> number = (end > from) ? Decimal.RULE.at(text, end) : null;
		if (number == null) {
			return null;
		}
		Indicator name = new Indicator(text.raw(from, end), text.span(from, end));
		return new Match<>(new Figure(name, new Quantity(number.value(), ""), false, text.span(end, number.end()),
				text.raw(end, number.end())), number.end());
	}

	private static boolean isKatakana(char c) {
		return c >= 'ァ' && c <= 'ー' && c != '・';
	}

}
