package jp.meguri.reading.target;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PhraseText;

/**
 * What time the values of a text are meant for.
 */
final class Periods {

	private static final int NEAR = 50;

	private static final Pattern SUM = Pattern.compile("年間で|年間の|年度間|計画期間|期間中|期間内|累計|通算");

	private static final Pattern AS_OF = Pattern.compile("末|時点|現在|当初");

	private static final Pattern BY = Pattern.compile("までに");

	private final PhraseText text;

	private final PhraseContext context;

	Periods(PhraseText text, PhraseContext context) {
		this.text = text;
		this.context = context;
	}

	Period of(int at, Bound.@Nullable Rate rate) {
		if (rate == Bound.Rate.YEAR) {
			return Period.plan(Period.Kind.PER_YEAR, this.context);
		}
		String near = near(at);
		if (SUM.matcher(near).find()) {
			return Period.plan(Period.Kind.CUMULATIVE, this.context);
		}
		Period.Kind kind = BY.matcher(near).find() ? Period.Kind.BY
				: AS_OF.matcher(near).find() ? Period.Kind.AS_OF : Period.Kind.WITHIN;
		return Period.year(kind, this.context.fiscalYear());
	}

	private String near(int at) {
		int start = at;
		while (start > 0 && at - start < NEAR && "。\n".indexOf(this.text.at(start - 1)) < 0) {
			start--;
		}
		return this.text.chars(start, at);
	}

}
