package jp.meguri.reading.target;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * How a figure compares with an earlier time, in brackets behind it: (前年同期比1.55倍).
 */
final class Comparisons {

	private static final Rule<String> BASIS = Rule.word("前年同期比", "前年同月比", "対前年度比", "対前年比", "前年度比", "前年比", "昨年度比", "昨年比",
			"前回比", "対前年度", "対前年", "前年度から", "前年から");

	private Comparisons() {
	}

	/** A factor or a rate is a ratio, any other unit is a difference. */
	static @Nullable Match<Actual.Comparison> inBrackets(PhraseText text, int from) {
		Match<String> basis = (text.at(from) == '(') ? BASIS.at(text, from + 1) : null;
		if (basis == null) {
			return null;
		}
		int sign = (text.at(basis.end()) == '+' || text.at(basis.end()) == ':') ? basis.end() + 1 : basis.end();
		Match<Bound> bound = Bound.RULE.at(text, sign);
		int close = Beside.close(text, from);
		if (bound == null || close < 0) {
			return null;
		}
		Match<Quantity> change = Change.at(text, bound.value(), bound.end());
		Quantity quantity = (change != null) ? change.value() : bound.value().amount().first();
		boolean ratio = change == null && !quantity.adds() && !quantity.unit().equals(Quantity.POINT);
		return new Match<>(new Actual.Comparison(basis.value(), quantity, !ratio), close + 1);
	}

}
