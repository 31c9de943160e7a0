package jp.meguri.reading.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * One or several numbers with one unit: 3校区, 98.5 / 22.0 / 95.0 %, 3～5校区.
 *
 * @param quantities in printed order; several share the printed unit
 * @param range whether they are the two ends of a range
 * @param time whether it is a length of time
 * @param words whether the number is written in kanji alone
 * @param scale what scale words behind the number are worth, see {@link Numeral#scale()}
 */
record Amount(List<Quantity> quantities, boolean range, boolean time, boolean words, BigDecimal scale) {

	private static final int MOST_NUMBERS = 8;

	static final Rule<Amount> RULE = Amount::read;

	private static @Nullable Match<Amount> read(PhraseText text, int from) {
		Match<Numeral> first = Numeral.RULE.at(text, from);
		if (first == null) {
			return null;
		}
		List<Numeral> numerals = new ArrayList<>(List.of(first.value()));
		char sign = text.at(first.end());
		int end = (sign == '~' || (sign == '/' && text.isApart(first.end()))) ? more(text, first.end(), sign, numerals)
				: first.end();
		boolean range = sign == '~' && numerals.size() == 2;
		boolean share = first.value().form() == Numeral.Form.SHARE;
		Match<Unit> unit = share ? new Match<>(new Unit(Quantity.PERCENT, BigDecimal.ONE, false), end)
				: Unit.RULE.at(text, end);
		return (unit != null) ? of(text, numerals, unit, range) : null;
	}

	/** Further numbers before the unit; a number behind ~ is the only one. */
	private static int more(PhraseText text, int from, char sign, List<Numeral> numerals) {
		int end = from;
		while (text.at(end) == sign && numerals.size() < ((sign == '~') ? 2 : MOST_NUMBERS)) {
			Match<Numeral> next = Numeral.RULE.at(text, end + 1);
			if (next == null) {
				break;
			}
			numerals.add(next.value());
			end = next.end();
		}
		return end;
	}

	private static Match<Amount> of(PhraseText text, List<Numeral> numerals, Match<Unit> unit, boolean range) {
		Match<BigDecimal> hundredths = hundredths(text, unit);
		BigDecimal more = (hundredths != null) ? hundredths.value() : BigDecimal.ZERO;
		List<Quantity> quantities = numerals.stream()
			.map((numeral) -> new Quantity(numeral.value().multiply(unit.value().factor()).add(more),
					unit.value().name()))
			.toList();
		Numeral last = numerals.get(numerals.size() - 1);
		Amount amount = new Amount(quantities, range, unit.value().time(), last.form() == Numeral.Form.KANJI,
				last.scale());
		return new Match<>(amount, (hundredths != null) ? hundredths.end() : unit.end());
	}

	/** 2割5分. */
	private static @Nullable Match<BigDecimal> hundredths(PhraseText text, Match<Unit> unit) {
		Match<BigDecimal> digits = unit.value().factor().equals(BigDecimal.TEN) ? Decimal.RULE.at(text, unit.end())
				: null;
		return (digits != null && text.at(digits.end()) == '分') ? new Match<>(digits.value(), digits.end() + 1) : null;
	}

	Quantity first() {
		return this.quantities.get(0);
	}

	Quantity last() {
		return this.quantities.get(this.quantities.size() - 1);
	}

}
