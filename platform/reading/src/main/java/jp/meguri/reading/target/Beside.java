package jp.meguri.reading.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;

/**
 * What stands in brackets behind an amount: (H27:54.3%), (現在7名), (財政計画値 96.4億円), (25,000
 * + 40,000), (検討会含む).
 *
 * @param kind what it is
 * @param figure its amount, if it has one
 * @param parts amounts that are added
 */
record Beside(Kind kind, @Nullable Figure figure, List<Figure> parts) {

	private static final int MOST_CHARACTERS = 60;

	private static final Pattern BASELINE = Pattern
		.compile(".*(?:現在|現状|基準|実績|当初|前年|昨年|年度|年)(?:値|度|は|で)?:?|[HRS]\\d{1,2}:?");

	private static final Pattern BENCHMARK = Pattern.compile(".*(?:計画値|目安|参考|見込)(?:値|み|は)?:?");

	/** What words in brackets are to the amount before. */
	enum Kind {

		BASELINE, BENCHMARK, PARTS, NOTE

	}

	/**
	 * The bracket that opens at this place, or null.
	 * @param amount the amount before it, whose unit and scale its parts share
	 */
	static @Nullable Match<Beside> at(PhraseText text, int from, @Nullable Amount amount) {
		int close = close(text, from);
		if (close < 0) {
			return null;
		}
		List<Figure> parts = (amount != null) ? parts(text, from + 1, close, amount) : List.of();
		if (parts.size() > 1) {
			return new Match<>(new Beside(Kind.PARTS, null, parts), close + 1);
		}
		for (int at = from + 1; at < close; at++) {
			Match<Bound> bound = Bound.RULE.at(text, at);
			if (bound != null && bound.end() <= close) {
				return new Match<>(labelled(text, from + 1, at, bound), close + 1);
			}
		}
		return new Match<>(new Beside(Kind.NOTE, null, List.of()), close + 1);
	}

	/** Where the bracket that opens at this place closes, or -1. */
	static int close(PhraseText text, int open) {
		if (text.at(open) != '(') {
			return -1;
		}
		for (int at = open + 1; at - open < MOST_CHARACTERS; at++) {
			char c = text.at(at);
			if (c == ')') {
				return at;
			}
			if (c == '(' || c == '\n' || c == PhraseText.END) {
				return -1;
			}
		}
		return -1;
	}

	private static Beside labelled(PhraseText text, int label, int at, Match<Bound> bound) {
		String words = text.chars(label, at);
		Kind kind = BENCHMARK.matcher(words).matches() ? Kind.BENCHMARK
				: BASELINE.matcher(words).matches() ? Kind.BASELINE : Kind.NOTE;
		return new Beside(kind, figure(text, label, at, bound), List.of());
	}

	private static Figure figure(PhraseText text, int label, int at, Match<Bound> bound) {
		int end = (text.at(at - 1) == ':') ? at - 1 : at;
		Indicator name = (end > label) ? new Indicator(text.raw(label, end), text.span(label, end)) : null;
		return new Figure(name, bound.value().amount().first(), bound.value().comparator() == Comparator.APPROX,
				text.span(at, bound.end()), text.raw(at, bound.end()));
	}

	private static List<Figure> parts(PhraseText text, int from, int close, Amount amount) {
		List<Figure> parts = new ArrayList<>();
		int at = from;
		while (at < close) {
			Match<Amount> full = Amount.RULE.at(text, at);
			Match<BigDecimal> bare = (full == null) ? Decimal.RULE.at(text, at) : null;
			if (full != null && full.value().first().comparesTo(amount.first())) {
				parts.add(part(text, at, full.end(), full.value().first()));
				at = full.end();
			}
			else if (bare != null) {
				Quantity scaled = new Quantity(bare.value().multiply(amount.scale()), amount.first().unit());
				parts.add(part(text, at, bare.end(), scaled));
				at = bare.end();
			}
			else {
				return List.of();
			}
			if (at < close && text.at(at) != '+') {
				return List.of();
			}
			at++;
		}
		return parts;
	}

	private static Figure part(PhraseText text, int from, int end, Quantity quantity) {
		return new Figure(null, quantity, false, text.span(from, end), text.raw(from, end));
	}

}
