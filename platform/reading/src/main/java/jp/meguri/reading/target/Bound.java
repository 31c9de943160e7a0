package jp.meguri.reading.target;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * An amount with the words that belong to it: 年間約3回以上, 延べ 456件, 10,000人/年.
 *
 * @param amount the numbers
 * @param comparator as printed, or null
 * @param rate how often it recurs, or null
 * @param total whether it counts repeated contacts (延べ)
 * @param amountAt where the number itself begins
 */
record Bound(Amount amount, @Nullable Comparator comparator, @Nullable Rate rate, boolean total, int amountAt) {

	private static final Rule<String> TOTAL = Rule.word("延べ", "延", "のべ");

	private static final Rule<String> JOINT = Rule.maybe("に", "で", "の", "各", "計", "合計", "合わせて", ":");

	private static final int MOST_COUNTER = 8;

	/** First characters of the words that may stand before a number. */
	private static final String OPENINGS = "約おほ概最少多ち延の毎各年月週";

	static final Rule<Bound> RULE = ((Rule<Bound>) Bound::read)
		.beginning((c) -> Numeral.opens(c) || OPENINGS.indexOf(c) >= 0);

	/** How often an amount recurs. */
	enum Rate {

		YEAR, MONTH, WEEK, TIME;

		private static final Rule<Rate> BEFORE = Rule.first(Rule.word("毎年度", "毎年", "各年度", "年間", "年").as((word) -> YEAR),
				Rule.word("毎月", "月").as((word) -> MONTH), Rule.word("毎週", "週").as((word) -> WEEK));

		private static final Rule<Rate> BEHIND = Rule.word("/", "毎")
			.lead(Rule.first(Rule.word("年度", "年").as((word) -> YEAR), Rule.word("月").as((word) -> MONTH),
					Rule.word("週").as((word) -> WEEK), Rule.word("回").as((word) -> TIME)));

	}

	private static @Nullable Match<Bound> read(PhraseText text, int from) {
		Reader reader = new Reader(text, from);
		reader.before();
		int amountAt = reader.at;
		Match<Amount> amount = amount(text, amountAt);
		if (amount == null) {
			return null;
		}
		reader.at = amount.end();
		reader.behind();
		Bound bound = new Bound(amount.value(), reader.comparator, reader.rate, reader.total, amountAt);
		return bound.isPlain() ? new Match<>(bound, reader.at) : null;
	}

	/** Numbers in words and lengths of time are amounts beside a printed limit only. */
	private boolean isPlain() {
		return this.comparator != null || !(this.amount.words() || this.amount.time());
	}

	private static @Nullable Match<Amount> amount(PhraseText text, int from) {
		Match<Amount> amount = Amount.RULE.at(text, from);
		if (amount == null) {
			return uncommon(text, from);
		}
		Match<Amount> other = (text.at(amount.end()) == '~') ? Amount.RULE.at(text, amount.end() + 1) : null;
		if (other != null && other.value().first().comparesTo(amount.value().first())) {
			Amount range = new Amount(List.of(amount.value().first(), other.value().first()), true,
					amount.value().time(), false, BigDecimal.ONE);
			return new Match<>(range, other.end());
		}
		return amount;
	}

	/** A counter nobody listed, told by the limit behind it: 3委員会以上. */
	private static @Nullable Match<Amount> uncommon(PhraseText text, int from) {
		Match<Numeral> number = Numeral.RULE.at(text, from);
		if (number == null || number.value().form() != Numeral.Form.DIGITS) {
			return null;
		}
		int end = number.end();
		while (isWord(text.at(end)) && end - number.end() < MOST_COUNTER && Limit.BEHIND.at(text, end) == null) {
			end++;
		}
		if (end == number.end() || Limit.BEHIND.at(text, end) == null || isName(text.at(number.end()))) {
			return null;
		}
		Quantity quantity = new Quantity(number.value().value(), text.chars(number.end(), end));
		return new Match<>(new Amount(List.of(quantity), false, false, false, BigDecimal.ONE), end);
	}

	private static boolean isWord(char c) {
		return Character.isIdeographic(c) || (c >= 'ァ' && c <= 'ヶ') || c == 'ー';
	}

	/** 18歳以上, 3年生以上, 5級以上 say who or when, not how many. */
	private static boolean isName(char c) {
		return "歳才年月日時級位階次期番号度等学条項".indexOf(c) >= 0;
	}

	private static final class Reader {

		private final PhraseText text;

		private int at;

		private @Nullable Comparator comparator;

		private @Nullable Rate rate;

		private boolean total;

		Reader(PhraseText text, int from) {
			this.text = text;
			this.at = from;
		}

		/** 年間, 延べ and 約 in any order. */
		void before() {
			boolean found = true;
			for (int words = 0; found && words < 3; words++) {
				Match<Comparator> limit = Limit.BEFORE.at(this.text, this.at);
				Match<Rate> every = Rate.BEFORE.at(this.text, this.at);
				Match<String> sum = TOTAL.at(this.text, this.at);
				if (limit != null) {
					this.comparator = limit.value();
				}
				if (every != null) {
					this.rate = every.value();
				}
				this.total |= sum != null;
				found = limit != null || every != null || sum != null;
				this.at = (limit != null) ? limit.end()
						: (every != null) ? joined(every.end()) : (sum != null) ? joined(sum.end()) : this.at;
			}
		}

		private int joined(int from) {
			Match<String> joint = JOINT.at(this.text, from);
			return (joint != null) ? joint.end() : from;
		}

		/** 程度, 以上 and /年; the last limit counts. */
		void behind() {
			boolean found = true;
			for (int words = 0; found && words < 3; words++) {
				Match<Comparator> limit = Limit.BEHIND.at(this.text, this.at);
				Match<Rate> every = (limit == null) ? Rate.BEHIND.at(this.text, this.at) : null;
				if (limit != null) {
					this.comparator = limit.value();
					this.at = limit.end();
				}
				if (every != null) {
					this.rate = every.value();
					this.at = every.end();
				}
				found = limit != null || every != null;
			}
		}

	}

}
