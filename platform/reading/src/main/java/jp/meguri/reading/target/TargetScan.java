package jp.meguri.reading.target;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Span;
import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * One way through the text of a goal.
 */
final class TargetScan {

	private static final Rule<String> ADVERBIAL = Rule.word("を", "は", "が", "も");

	private static final String EVENTS = "回件";

	/** What a value is without words about it. */
	private final Target.Kind usual;

	private final PhraseText text;

	private final Dates dates;

	private final Naming naming;

	private final Periods periods;

	private final Headings headings;

	private final List<Target> targets = new ArrayList<>();

	/** Where the last amount ended, whether it was a target or not. */
	private int lastAmount = -1;

	TargetScan(String given, PhraseContext context, Target.Kind kind) {
		this.usual = kind;
		this.text = PhraseText.of(given);
		this.dates = Dates.of(given, this.text, context);
		this.naming = new Naming(this.text, this.dates);
		this.periods = new Periods(this.text, this.dates, context);
		this.headings = new Headings(this.text);
	}

	List<Target> all() {
		int at = 0;
		while (at < this.text.length()) {
			this.headings.pass(at);
			at = Math.max(at + 1, step(at));
		}
		return this.targets;
	}

	/** Reads what begins at this place; behind it, or the place itself. */
	private int step(int at) {
		Match<Comparator> none = Statement.NO_TARGET.at(this.text, at);
		if (none != null) {
			return statement(none, at, null);
		}
		Match<Comparator> trend = Statement.TREND.at(this.text, at);
		Match<Comparator> cut = (trend == null) ? Statement.CUT.at(this.text, at) : null;
		if (trend != null || cut != null) {
			Indicator indicator = this.naming.before(at);
			boolean measured = indicator != null && (cut == null || Measurable.is(indicator));
			return measured ? statement((trend != null) ? trend : cut, at, indicator) : at;
		}
		Match<String> population = Statement.population(this.text, at);
		if (population != null) {
			return universal(at, population.end());
		}
		Match<Bound> bound = this.dates.amount(this.text, at);
		return (bound != null) ? amount(bound, at) : at;
	}

	private int statement(Match<Comparator> match, int at, @Nullable Indicator indicator) {
		this.targets.add(target(indicator, match.value(), null, Target.Figures.NONE, null, at, match.end()));
		return match.end();
	}

	private int universal(int at, int end) {
		Span span = this.text.span(at, end);
		Indicator population = new Indicator(this.text.raw(at, end), span);
		Match<Beside> beside = Beside.at(this.text, end, null);
		Figure size = (beside != null) ? beside.value().figure() : null;
		int last = (beside != null && size != null) ? beside.end() : end;
		this.targets.add(target(population, Comparator.ALL, null, new Target.Figures(null, null, size), null, at, end));
		return last;
	}

	private int amount(Match<Bound> match, int at) {
		Bound bound = match.value();
		int end = match.end();
		Match<Quantity> change = Change.at(this.text, bound, end);
		boolean follows = this.lastAmount == at && !this.text.isApart(at);
		this.lastAmount = end;
		Indicator indicator = this.naming.before(at);
		this.naming.amountEnds(end);
		if (change != null) {
			return change(bound, change, at, indicator);
		}
		if (!isTarget(bound, at, end, indicator, follows)) {
			return end;
		}
		return values(bound, at, end, (indicator != null) ? indicator : this.naming.behind(end));
	}

	private int change(Bound bound, Match<Quantity> change, int at, @Nullable Indicator indicator) {
		Match<Beside> beside = Beside.at(this.text, change.end(), null);
		Figure baseline = (beside != null && beside.value().kind() == Beside.Kind.BASELINE) ? beside.value().figure()
				: null;
		this.targets.add(target(indicator, Comparator.DELTA, change.value(), new Target.Figures(baseline, null, null),
				bound.rate(), at, change.end()));
		return (baseline != null && beside != null) ? beside.end() : change.end();
	}

	private boolean isTarget(Bound bound, int at, int end, @Nullable Indicator indicator, boolean follows) {
		if (Frame.isRequirement(this.text, end) || Setting.names(indicator) || Setting.isScope(this.text, end)) {
			return false;
		}
		boolean place = follows || Naming.isNoun(this.text.at(end)) && this.text.at(end) <= '9';
		if (bound.comparator() != null && (bound.amountAt() == at || bound.comparator() != Comparator.APPROX)) {
			return !bound.amount().time() || Frame.closes(this.text, end) || Frame.isGoal(this.text, end);
		}
		if (place) {
			return false;
		}
		return (indicator != null) ? isNamed(at, end) : isAlone(bound, at, end);
	}

	/** A number behind the noun it belongs to. */
	private boolean isNamed(int at, int end) {
		if (this.text.at(at - 1) == '(') {
			return Frame.closes(this.text, end) && EVENTS.indexOf(this.text.at(end - 1)) >= 0;
		}
		boolean adverbial = ADVERBIAL.at(this.text, at - 1) != null;
		return Frame.closes(this.text, end) || Frame.isGoal(this.text, end)
				|| (adverbial && Frame.isPredicate(this.text, end))
				|| Frame.isDone(this.text, end) && (adverbial || Naming.isNoun(this.text.at(at - 1)));
	}

	/** A cell or line that holds nothing but the number. */
	private boolean isAlone(Bound bound, int at, int end) {
		char before = this.text.at(at - 1);
		char behind = this.text.at(end);
		boolean opens = before == PhraseText.END || before == '\n' || before == '・' || before == ':'
				|| bound.rate() != null;
		return opens && (behind == PhraseText.END || behind == '\n' || behind == '(' || Frame.isGoal(this.text, end));
	}

	private int values(Bound bound, int at, int end, @Nullable Indicator indicator) {
		Match<Figure> greater = Versus.at(this.text, end, this.naming);
		if (greater != null) {
			return lessThan(greater, bound, indicator, at, end);
		}
		Match<Beside> beside = Beside.at(this.text, end, bound.amount());
		Figure baseline = (beside != null && beside.value().kind() == Beside.Kind.BASELINE) ? beside.value().figure()
				: null;
		Amount amount = bound.amount();
		for (int i = 0; i < amount.quantities().size(); i++) {
			Comparator ofRange = (i == 0) ? Comparator.GE : Comparator.LE;
			this.targets.add(target(indicator, amount.range() ? ofRange : bound.comparator(),
					amount.quantities().get(i), new Target.Figures(baseline, null, null), bound.rate(), at, end));
		}
		return (beside != null) ? beside(bound, beside, indicator, at) : end;
	}

	/** 給水原価125円〈供給単価142円: the second is the value, the first shall stay below it. */
	private int lessThan(Match<Figure> greater, Bound bound, @Nullable Indicator indicator, int at, int end) {
		Figure less = new Figure(indicator, bound.amount().first(), false, this.text.span(at, end),
				this.text.raw(at, end));
		this.targets.add(target(indicator, Comparator.LT, greater.value().quantity(),
				new Target.Figures(null, less, null), bound.rate(), at, greater.end()));
		return greater.end();
	}

	private int beside(Bound bound, Match<Beside> match, @Nullable Indicator indicator, int at) {
		Beside beside = match.value();
		Figure figure = beside.figure();
		if (beside.kind() == Beside.Kind.BENCHMARK && figure != null) {
			Direction direction = Direction.of(indicator);
			this.targets.add(new Target(indicator, direction.byDefault(), false, figure.quantity(), direction,
					this.periods.of(at, at, null), Target.Kind.BENCHMARK, Target.Figures.NONE, Target.Role.SINGLE,
					List.of(), figure.span(), figure.rawPhrase()));
		}
		if (beside.kind() == Beside.Kind.PARTS) {
			parts(bound, beside, indicator);
		}
		return match.end();
	}

	/** 65,000千円 (25,000 + 40,000). */
	private void parts(Bound bound, Beside beside, @Nullable Indicator indicator) {
		int last = this.targets.size() - 1;
		Target whole = this.targets.get(last).withRole(Target.Role.TOTAL);
		Quantity sum = beside.parts().stream().map(Figure::quantity).reduce(Quantity::plus).orElseThrow();
		Quantity printed = bound.amount().first();
		this.targets.set(last, whole.withRemarks(Sums.remarks(whole.span(), printed, sum)));
		for (Figure part : beside.parts()) {
			this.targets.add(new Target(indicator, whole.comparator(), whole.comparatorStated(), part.quantity(),
					whole.direction(), whole.period(), whole.kind(), Target.Figures.NONE, Target.Role.PART, List.of(),
					part.span(), part.rawPhrase()));
		}
	}

	/**
	 * @param stated the comparator as printed, or null for the one the direction asks for
	 */
	private Target target(@Nullable Indicator indicator, @Nullable Comparator stated, @Nullable Quantity quantity,
			Target.Figures figures, Bound.@Nullable Rate rate, int at, int end) {
		Direction direction = Direction.of(indicator);
		boolean told = this.headings.benchmark(indicator) || Frame.isPredicate(this.text, end);
		Target.Kind kind = told ? Target.Kind.BENCHMARK : this.usual;
		return new Target(indicator, (stated != null) ? stated : direction.byDefault(), stated != null, quantity,
				direction, this.periods.of(at, end, rate), kind, figures, Target.Role.SINGLE, List.of(),
				this.text.span(at, end), this.text.raw(at, end));
	}

}
