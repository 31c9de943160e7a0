package jp.meguri.reading.target;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * One way through the text of a result.
 */
final class ActualScan {

	/** 相談延べ件数, but not 延べ床面積. */
	private static final Pattern CONTACTS = Pattern.compile("(?:延べ|のべ)(?!床|面積)");

	private static final Rule<String> SHORT = Rule.word("に留ま", "にとどま", "に止ま", "しか");

	/** Between a value and the one it became. */
	private static final Rule<String> BECAME = Rule.word("から", "→", "⇒", "より");

	/** Between a whole and its part. */
	private static final Rule<String> AMONG = Rule.word("中", "のうち", "うち", "の内").skip(Rule.maybe("、", "の"));

	/** Between a value and the one it came from. */
	private static final Rule<String> CAME_FROM = Rule.maybe("と", "、")
		.lead(Rule.word("前年同期", "前年度", "前年", "昨年度", "昨年", "前回"))
		.skip(Rule.maybe("実績"))
		.skip(Rule.maybe("の", "は"));

	private static final int MOST_BETWEEN = 30;

	private final PhraseText text;

	private final Dates dates;

	private final Naming naming;

	private final Periods periods;

	private final List<Actual> actuals = new ArrayList<>();

	private int lastAmount = -1;

	ActualScan(String given, PhraseContext context) {
		this.text = PhraseText.of(given);
		this.dates = Dates.of(given, this.text, context);
		this.naming = new Naming(this.text, this.dates);
		this.periods = new Periods(this.text, this.dates, context);
	}

	/** All figures; none of a line that was scrambled. */
	List<Actual> all() {
		int at = 0;
		while (at < this.text.length()) {
			int end = lineEnd(at);
			if (Stammer.in(this.text, at, end)) {
				at = end;
			}
			while (at <= end) {
				at = Math.max(at + 1, step(at));
			}
		}
		return this.actuals;
	}

	private int lineEnd(int from) {
		int end = from;
		while (end < this.text.length() && this.text.at(end) != '\n') {
			end++;
		}
		return end;
	}

	private int step(int at) {
		Match<Unit> withheld = withheld(at);
		if (withheld != null) {
			return withheld(at, withheld);
		}
		Match<List<Figure>> tally = Tally.at(this.text, at);
		if (tally != null) {
			tally.value().forEach(this::count);
			return tally.end();
		}
		Match<Equation> equation = Equation.at(this.text, at);
		if (equation != null) {
			return equation(at, equation);
		}
		Match<Bound> bound = this.dates.amount(this.text, at);
		return (bound != null) ? amount(at, bound) : at;
	}

	/** A dash in a number's place: 徴収率 - %. */
	private @Nullable Match<Unit> withheld(int at) {
		char before = this.text.at(at - 1);
		boolean dash = this.text.at(at) == '-' && (this.text.isApart(at) || before == ':' || Naming.isNoun(before))
				&& before != PhraseText.END;
		return dash ? Unit.RULE.at(this.text, at + 1) : null;
	}

	private int withheld(int at, Match<Unit> unit) {
		Indicator indicator = this.naming.before(at);
		if (indicator == null) {
			return at;
		}
		Indicator reason = null;
		int close = Beside.close(this.text, unit.end());
		if (close > unit.end() + 1) {
			reason = new Indicator(this.text.raw(unit.end() + 1, close), this.text.span(unit.end() + 1, close));
		}
		add(indicator, null, null, null, Actual.Tone.PLAIN, new Actual.Besides(null, null, null, reason), List.of(),
				List.of(), at, unit.end());
		return (reason != null) ? close + 1 : unit.end();
	}

	private void count(Figure count) {
		this.actuals.add(new Actual(count.indicator(), count.quantity(), null, Direction.of(count.indicator()),
				this.periods.of(0, 0, null), Actual.Tone.PLAIN, Actual.Besides.NONE, List.of(), List.of(), count.span(),
				count.rawPhrase()));
	}

	private int equation(int at, Match<Equation> match) {
		Equation equation = match.value();
		List<Remark> remarks = Sums.remarks(equation.result().span(), equation.result().quantity(), equation.sum());
		add(this.naming.before(at), equation.result().quantity(), null, null, Actual.Tone.PLAIN, Actual.Besides.NONE,
				equation.terms(), remarks, at, match.end());
		return match.end();
	}

	private int amount(int at, Match<Bound> match) {
		Bound bound = match.value();
		boolean follows = this.lastAmount == at && !this.text.isApart(at);
		this.lastAmount = match.end();
		Indicator before = this.naming.before(at);
		this.naming.amountEnds(match.end());
		if (!isFigure(bound, match.end(), before, follows)) {
			return match.end();
		}
		Match<Bound> part = partOf(match);
		if (part != null) {
			return pair(at, match, part, before, true);
		}
		Match<Quantity> change = Change.at(this.text, bound, match.end());
		if (change != null) {
			add((before != null) ? before : this.naming.behind(match.end()), change.value(), bound.comparator(),
					bound.rate(), Actual.Tone.CHANGE, Actual.Besides.NONE, List.of(), List.of(), at, change.end());
			return change.end();
		}
		Match<Figure> earlier = earlier(match, before);
		Match<Bound> later = (earlier == null) ? later(match) : null;
		if (later != null) {
			return pair(at, match, later, before, false);
		}
		int end = (earlier != null) ? earlier.end() : match.end();
		Match<Actual.Comparison> comparison = Comparisons.inBrackets(this.text, end);
		Match<Beside> beside = (comparison == null) ? Beside.at(this.text, end, bound.amount()) : null;
		Figure baseline = (earlier != null) ? earlier.value() : baseline(beside);
		List<Figure> parts = (beside != null) ? beside.value().parts() : List.of();
		Indicator indicator = (before != null) ? before : this.naming.behind(match.end());
		Actual.Besides besides = new Actual.Besides(baseline, null, (comparison != null) ? comparison.value() : null,
				null);
		values(at, match, indicator, besides, parts);
		return (comparison != null) ? comparison.end()
				: (beside != null && (baseline != null || !parts.isEmpty())) ? beside.end() : end;
	}

	private void values(int at, Match<Bound> match, @Nullable Indicator indicator, Actual.Besides besides,
			List<Figure> parts) {
		Amount amount = match.value().amount();
		for (Quantity quantity : amount.quantities()) {
			List<Remark> remarks = parts.isEmpty() ? List.of() : Sums.remarks(this.text.span(at, match.end()), quantity,
					parts.stream().map(Figure::quantity).reduce(Quantity::plus).orElseThrow());
			add(indicator, quantity, match.value().comparator(), match.value().rate(), tone(match, indicator), besides,
					parts, remarks, at, match.end());
		}
	}

	private static @Nullable Figure baseline(@Nullable Match<Beside> beside) {
		return (beside != null && beside.value().kind() == Beside.Kind.BASELINE) ? beside.value().figure() : null;
	}

	private boolean isFigure(Bound bound, int end, @Nullable Indicator indicator, boolean follows) {
		boolean setting = Setting.names(indicator) || Setting.isScope(this.text, end)
				|| Setting.isPlace(this.text, bound.amount().first().unit(), end);
		boolean joined = follows || (this.text.at(end) >= '0' && this.text.at(end) <= '9' && !this.text.isApart(end));
		return !setting && !bound.amount().time() && !(joined && Setting.isPlace(bound.amount().first().unit()))
				&& !Frame.isRequirement(this.text, end) && !Frame.isAim(this.text, end)
				&& !Setting.isRestOfAList(indicator, bound.amount().first().unit());
	}

	private Actual.Tone tone(Match<Bound> match, @Nullable Indicator indicator) {
		if (SHORT.at(this.text, match.end()) != null) {
			return Actual.Tone.SHORT;
		}
		boolean contacts = match.value().total() || indicator != null && CONTACTS.matcher(indicator.phrase()).find();
		return contacts ? Actual.Tone.CONTACTS : Actual.Tone.PLAIN;
	}

	/** 64件と前年の141件: the value behind, or null. */
	private @Nullable Match<Figure> earlier(Match<Bound> match, @Nullable Indicator indicator) {
		Match<String> basis = CAME_FROM.at(this.text, match.end());
		Match<Bound> other = (basis != null) ? Bound.RULE.at(this.text, basis.end()) : null;
		return (other != null && fits(match, other)) ? new Match<>(figure(indicator, other, basis.end()), other.end())
				: null;
	}

	/** 47手続から449手続, 32名であった…25名: the later value, or null. */
	private @Nullable Match<Bound> later(Match<Bound> match) {
		Match<String> became = BECAME.at(this.text, match.end());
		int from = (became != null) ? became.end() : this.text.startsWith("であった", match.end()) ? match.end() + 4 : -1;
		for (int at = from; from >= 0 && at - from < MOST_BETWEEN; at++) {
			char c = this.text.at(at);
			Match<Bound> other = this.dates.amount(this.text, at);
			if (other != null) {
				return fits(match, other) ? new Match<>(other.value(), other.end()) : null;
			}
			if ("。\n)".indexOf(c) >= 0 || (c == '、' && became != null) || c == PhraseText.END) {
				return null;
			}
		}
		return null;
	}

	private static boolean fits(Match<Bound> match, Match<Bound> other) {
		return match.value().amount().first().comparesTo(other.value().amount().first());
	}

	/** 25事業中19事業: the part, or null. */
	private @Nullable Match<Bound> partOf(Match<Bound> match) {
		Match<String> among = AMONG.at(this.text, match.end());
		Match<Bound> part = (among != null) ? Bound.RULE.at(this.text, among.end()) : null;
		return (part != null && fits(match, part)) ? part : null;
	}

	/** Two amounts of which the second is the figure. */
	private int pair(int at, Match<Bound> match, Match<Bound> second, @Nullable Indicator before, boolean part) {
		Indicator indicator = (before != null) ? before : this.naming.behind(match.end());
		Figure first = figure(indicator, match, at);
		Actual.Besides besides = new Actual.Besides(part ? null : first, part ? first : null, null, null);
		this.actuals.add(new Actual(indicator, second.value().amount().first(), second.value().comparator(),
				Direction.of(indicator),
				this.periods.of(second.value().amountAt(), second.end(), second.value().rate()),
				tone(second, indicator), besides, List.of(), List.of(), this.text.span(at, second.end()),
				this.text.raw(at, second.end())));
		this.naming.amountEnds(second.end());
		return second.end();
	}

	private Figure figure(@Nullable Indicator indicator, Match<Bound> match, int at) {
		return new Figure(indicator, match.value().amount().first(), match.value().comparator() == Comparator.APPROX,
				this.text.span(at, match.end()), this.text.raw(at, match.end()));
	}

	private void add(@Nullable Indicator indicator, @Nullable Quantity quantity, @Nullable Comparator comparator,
			Bound.@Nullable Rate rate, Actual.Tone tone, Actual.Besides besides, List<Figure> components,
			List<Remark> remarks, int at, int end) {
		this.actuals
			.add(new Actual(indicator, quantity, comparator, Direction.of(indicator), this.periods.of(at, end, rate),
					tone, besides, components, remarks, this.text.span(at, end), this.text.raw(at, end)));
	}

}
