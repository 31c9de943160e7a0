package jp.meguri.reading.target;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;

/**
 * The words of scale behind digits. 50億4千7百万 has groups of four digits (兆, 億, 万), each
 * with 千, 百 and 十 inside; scales only go down.
 */
final class Scales {

	private final PhraseText text;

	private int at;

	private @Nullable BigDecimal pending;

	private BigDecimal total = BigDecimal.ZERO;

	private BigDecimal group = BigDecimal.ZERO;

	private int lastBig = Integer.MAX_VALUE;

	private int lastSmall = Integer.MAX_VALUE;

	private int numbers = 1;

	private int zeros;

	Scales(PhraseText text, Match<BigDecimal> first) {
		this.text = text;
		this.at = first.end();
		this.pending = first.value();
	}

	Match<Numeral> read() {
		while (takeScale()) {
			this.pending = next();
			this.numbers += (this.pending != null) ? 1 : 0;
		}
		BigDecimal value = this.total.add(this.group).add(orZero(this.pending));
		BigDecimal scale = (this.numbers == 1) ? BigDecimal.ONE.movePointRight(this.zeros).setScale(0) : BigDecimal.ONE;
		return new Match<>(new Numeral(value, scale, Numeral.Form.DIGITS), this.at);
	}

	private boolean takeScale() {
		int big = big(this.text.at(this.at));
		int small = small(this.text.at(this.at));
		if (big > 0 && big < this.lastBig && (this.pending != null || this.group.signum() != 0)) {
			this.total = this.total.add(orZero(this.pending).add(this.group).movePointRight(big));
			this.group = BigDecimal.ZERO;
			this.lastBig = big;
			this.lastSmall = Integer.MAX_VALUE;
		}
		else if (small > 0 && small < this.lastSmall && this.pending != null) {
			this.group = this.group.add(this.pending.movePointRight(small));
			this.lastSmall = small;
		}
		else {
			return false;
		}
		this.zeros += big + small;
		this.at++;
		return true;
	}

	/** Digits behind a scale; behind a blank only if a scale or 円 follows them. */
	private @Nullable BigDecimal next() {
		Match<BigDecimal> digits = Decimal.RULE.at(this.text, this.at);
		if (digits == null) {
			return null;
		}
		char behind = this.text.at(digits.end());
		if (this.text.isApart(this.at) && behind != '円' && big(behind) == 0 && small(behind) == 0) {
			return null;
		}
		this.at = digits.end();
		return digits.value();
	}

	private static BigDecimal orZero(@Nullable BigDecimal value) {
		return (value != null) ? value : BigDecimal.ZERO;
	}

	/** Zeros of a scale inside a group, 0 if it is none. */
	static int small(char c) {
		return switch (c) {
			case '十' -> 1;
			case '百' -> 2;
			case '千' -> 3;
			default -> 0;
		};
	}

	/** Zeros of a group's scale, 0 if it is none. */
	private static int big(char c) {
		return switch (c) {
			case '万' -> 4;
			case '億' -> 8;
			case '兆' -> 12;
			default -> 0;
		};
	}

}
