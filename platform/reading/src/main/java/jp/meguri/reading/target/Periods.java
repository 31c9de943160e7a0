package jp.meguri.reading.target;

import java.time.LocalDate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.schedule.Recurrence;
import jp.meguri.reading.schedule.ScheduleEntry;

/**
 * What time the values of a text are meant for: the words of time before them in their
 * sentence or in brackets behind them, else the context's year.
 */
final class Periods {

	private static final int NEAR = 50;

	private static final Pattern SUM = Pattern.compile("(?:年間|年度間|[カか]年)[での]|計画期間|期間[中内]|累計|通算|総額");

	private final PhraseText text;

	private final Dates dates;

	private final PhraseContext context;

	Periods(PhraseText text, Dates dates, PhraseContext context) {
		this.text = text;
		this.dates = dates;
		this.context = context;
	}

	/**
	 * @param at where the value begins
	 * @param end behind it
	 * @param rate how often it recurs, or null
	 */
	Period of(int at, int end, Bound.@Nullable Rate rate) {
		if (rate == Bound.Rate.YEAR) {
			return Period.plan(Period.Kind.PER_YEAR, this.context);
		}
		int near = sentenceStart(at);
		if (SUM.matcher(this.text.chars(near, at)).find()) {
			return Period.plan(Period.Kind.CUMULATIVE, this.context);
		}
		Dates.Dated before = this.dates.before(at);
		Period period = (before != null && before.from() >= near) ? period(before.entry()) : null;
		if (period == null) {
			Dates.Dated behind = this.dates.at(behind(end));
			period = (behind != null) ? period(behind.entry()) : null;
		}
		return (period != null) ? period : Period.year(Period.Kind.WITHIN, this.context.fiscalYear());
	}

	private int behind(int end) {
		return (this.text.at(end) == '(') ? end + 1 : end;
	}

	private int sentenceStart(int at) {
		int start = at;
		while (start > 0 && at - start < NEAR && "。\n".indexOf(this.text.at(start - 1)) < 0) {
			start--;
		}
		return start;
	}

	/** The period a schedule means, or null if it means no definite time. */
	private @Nullable Period period(ScheduleEntry entry) {
		LocalDate end = entry.end();
		return switch (entry.kind()) {
			case PLAN_PERIOD -> Period.plan(Period.Kind.CUMULATIVE, this.context);
			case RECURRING -> isYearly(entry.recurrence()) ? Period.plan(Period.Kind.PER_YEAR, this.context) : null;
			case AS_OF, BASELINE -> (end != null) ? new Period(Period.Kind.AS_OF, null, end) : null;
			case BY -> (end != null) ? new Period(Period.Kind.BY, null, end) : null;
			case COMPARISON, DURATION, VAGUE, PENDING, DEFERRED, GRADUAL -> null;
			default ->
				(entry.start() != null && end != null) ? new Period(Period.Kind.WITHIN, entry.start(), end) : null;
		};
	}

	private static boolean isYearly(@Nullable Recurrence recurrence) {
		return recurrence != null && recurrence.per() == Recurrence.Unit.YEAR;
	}

}
