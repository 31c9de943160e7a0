package jp.meguri.reading.target;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * A number as written: 4,000, 22.0, 50億4千7百万, ▲18.9, 3分の2, 二十.
 *
 * @param value what it says; a share of the whole (3分の2) in percent
 * @param scale what its scale words are worth behind one number: 1000 in 65,000千, else 1
 * @param form how it is written
 */
record Numeral(BigDecimal value, BigDecimal scale, Form form) {

	private static final String KANJI_DIGITS = "〇一二三四五六七八九";

	static final Rule<Numeral> RULE = ((Rule<Numeral>) Numeral::read).beginning(Numeral::opens);

	private static final int MOST_KANJI = 7;

	private static @Nullable Match<Numeral> read(PhraseText text, int from) {
		if (isKanjiDigit(text.at(from))) {
			return kanji(text, from);
		}
		Match<Numeral> share = share(text, from);
		return (share != null) ? share : signed(text, from);
	}

	/** Whether a number may begin with this character. */
	static boolean opens(int c) {
		return isDigit((char) c) || "▲△-".indexOf(c) >= 0 || isKanjiDigit((char) c);
	}

	private static @Nullable Match<Numeral> share(PhraseText text, int from) {
		Match<BigDecimal> parts = isPartOfName(text, from) ? null : Decimal.RULE.at(text, from);
		if (parts == null || parts.value().signum() <= 0 || !text.startsWith("分の", parts.end())) {
			return null;
		}
		Match<BigDecimal> taken = Decimal.RULE.at(text, parts.end() + 2);
		if (taken == null) {
			return null;
		}
		BigDecimal percent = taken.value().movePointRight(2).divide(parts.value(), 4, RoundingMode.HALF_UP);
		return new Match<>(new Numeral(percent, BigDecimal.ONE, Form.SHARE), taken.end());
	}

	private static @Nullable Match<Numeral> signed(PhraseText text, int from) {
		int digits = isMinus(text, from) ? from + 1 : from;
		Match<Numeral> amount = isPartOfName(text, from) ? null : scaled(text, digits);
		if (amount == null || digits == from) {
			return amount;
		}
		Numeral numeral = amount.value();
		return new Match<>(new Numeral(numeral.value.negate(), numeral.scale, numeral.form), amount.end());
	}

	/** ▲ and △ always; a hyphen only if it stands apart from what is before it. */
	private static boolean isMinus(PhraseText text, int from) {
		char sign = text.at(from);
		if (sign == '▲' || sign == '△') {
			return true;
		}
		boolean opening = from == 0 || text.isApart(from) || "\n(「『[【〔:→=".indexOf(text.at(from - 1)) >= 0;
		return sign == '-' && opening && !text.isApart(from + 1);
	}

	/** Digits behind letters, behind 第 or joined by hyphens are names: H27, 第3, 5-1-3. */
	private static boolean isPartOfName(PhraseText text, int from) {
		char before = text.at(from - 1);
		if (before == '-') {
			char joined = text.at(from - 2);
			return isDigit(joined) || isLatin(joined) || (joined >= '①' && joined <= '⑳');
		}
		return before == '第' || (isLatin(before) && !text.isApart(from))
				|| (before == '.' && isLatin(text.at(from - 2)));
	}

	private static @Nullable Match<Numeral> scaled(PhraseText text, int from) {
		Match<BigDecimal> first = Decimal.RULE.at(text, from);
		return (first != null) ? new Scales(text, first).read() : null;
	}

	/** 二十: digits and 十, 百, 千; as part of a longer word it is none. */
	private static @Nullable Match<Numeral> kanji(PhraseText text, int from) {
		if (!isKanjiDigit(text.at(from)) || Character.isIdeographic(text.at(from - 1))) {
			return null;
		}
		int total = 0;
		int digit = 0;
		int end = from;
		for (; isKanjiDigit(text.at(end)) && end - from <= MOST_KANJI; end++) {
			int scale = (int) Math.pow(10, Scales.small(text.at(end)));
			if (scale == 1 && digit > 0) {
				return null;
			}
			total += (scale == 1) ? 0 : scale * Math.max(1, digit);
			digit = (scale == 1) ? KANJI_DIGITS.indexOf(text.at(end)) : 0;
		}
		return new Match<>(new Numeral(BigDecimal.valueOf((long) total + digit), BigDecimal.ONE, Form.KANJI), end);
	}

	private static boolean isKanjiDigit(char c) {
		return KANJI_DIGITS.indexOf(c) > 0 || Scales.small(c) > 0;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isLatin(char c) {
		return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	}

	/** How a number is written. */
	enum Form {

		/** With digits. */
		DIGITS,
		/** In kanji alone, as many plain words are. */
		KANJI,
		/** N分のM. */
		SHARE

	}

}
