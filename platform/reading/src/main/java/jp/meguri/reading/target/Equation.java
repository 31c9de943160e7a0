package jp.meguri.reading.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;

/**
 * A printed calculation: 1,263,695千円 - (475,257千円) =788,438千円, 940件 = 655件 + 285件. The
 * side with one amount is the result.
 *
 * @param result what stands alone
 * @param terms what is added; what is taken away is below zero
 */
record Equation(Figure result, List<Figure> terms) {

	private static final int MOST_TERMS = 12;

	static @Nullable Match<Equation> at(PhraseText text, int from) {
		Match<List<Figure>> left = side(text, from);
		if (left == null || text.at(left.end()) != '=') {
			return null;
		}
		Match<List<Figure>> right = side(text, left.end() + 1);
		if (right == null || (left.value().size() == 1) == (right.value().size() == 1)) {
			return null;
		}
		boolean first = left.value().size() == 1;
		Figure result = first ? left.value().get(0) : right.value().get(0);
		return new Match<>(new Equation(result, first ? right.value() : left.value()), right.end());
	}

	/** Amounts joined by + and -; one without a unit takes that of the one before. */
	private static @Nullable Match<List<Figure>> side(PhraseText text, int from) {
		List<Figure> figures = new ArrayList<>();
		int at = from;
		boolean minus = false;
		while (figures.size() < MOST_TERMS) {
			boolean bracket = text.at(at) == '(';
			Match<Figure> term = term(text, bracket ? at + 1 : at, minus, figures);
			if (term == null || (bracket && text.at(term.end()) != ')')) {
				return null;
			}
			figures.add(term.value());
			at = bracket ? term.end() + 1 : term.end();
			char sign = text.at(at);
			minus = sign == '-';
			if (!minus && sign != '+') {
				break;
			}
			at++;
		}
		return new Match<>(List.copyOf(figures), at);
	}

	private static @Nullable Match<Figure> term(PhraseText text, int from, boolean minus, List<Figure> before) {
		Match<Amount> amount = Amount.RULE.at(text, from);
		Match<BigDecimal> bare = (amount == null && !before.isEmpty()) ? Decimal.RULE.at(text, from) : null;
		if (amount == null && bare == null) {
			return null;
		}
		Quantity quantity = (amount != null) ? amount.value().first()
				: new Quantity(bare.value(), before.get(0).quantity().unit());
		int end = (amount != null) ? amount.end() : bare.end();
		boolean fits = before.isEmpty() || quantity.comparesTo(before.get(0).quantity());
		return fits ? new Match<>(new Figure(null, minus ? quantity.negate() : quantity, false, text.span(from, end),
				text.raw(from, end)), end) : null;
	}

	Quantity sum() {
		return this.terms.stream().map(Figure::quantity).reduce(Quantity::plus).orElseThrow();
	}

}
