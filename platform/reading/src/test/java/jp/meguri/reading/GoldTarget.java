package jp.meguri.reading;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Span;

/**
 * A target as a person marked it.
 *
 * @param span where it stands
 * @param kind whether it binds
 * @param comparator how the actual is compared with it
 * @param comparatorStated whether the comparator is printed
 * @param value yen, percent or a count; none where there is only a direction or a whole
 * @param unit 円, %, 人, ポイント or the printed counter, else {@code -}
 * @param extra {@code baseline=54.3}, {@code total}, {@code part} or nothing
 */
public record GoldTarget(Span span, Kind kind, Comparator comparator, boolean comparatorStated,
		@Nullable BigDecimal value, String unit, String extra) {

	private static final String BASELINE = "baseline=";

	private static final String NOT_PRINTED = "?";

	static GoldTarget of(Span span, List<String> fields) {
		String comparator = fields.get(1);
		return new GoldTarget(span, Kind.valueOf(fields.get(0)),
				Comparator.valueOf(comparator.replace(NOT_PRINTED, "")), !comparator.endsWith(NOT_PRINTED),
				fields.get(2).equals(GoldPhrases.NONE) ? null : new BigDecimal(fields.get(2)), fields.get(3),
				fields.get(4));
	}

	/** The value it starts from, in the same unit. */
	public @Nullable BigDecimal baseline() {
		return this.extra.startsWith(BASELINE) ? new BigDecimal(this.extra.substring(BASELINE.length())) : null;
	}

	/** 達成目標 or 達成目安. */
	public enum Kind {

		BINDING, BENCHMARK

	}

	/** Comparators of the domain guide's section 6.1. */
	public enum Comparator {

		GE, LE, GT, LT, EQ, APPROX, DELTA,
		/** Every one of a population. */
		ALL(false),
		/** More, less, or toward nothing, without a figure. */
		UP(false), DOWN(false), ZERO(false),
		/** Said to have no figure. */
		NONE(false);

		private final boolean quantified;

		Comparator() {
			this(true);
		}

		Comparator(boolean quantified) {
			this.quantified = quantified;
		}

		boolean quantified() {
			return this.quantified;
		}

	}
}
