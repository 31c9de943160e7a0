package jp.meguri.reading.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.Span;

/**
 * One value a goal is measured by (目標値), as read from its text. Several targets in one
 * cell are several of these. Domain guide 3.1 and 6.1.
 *
 * @param indicator what is measured, or null where the text does not say
 * @param comparator how the actual value should relate to the quantity
 * @param comparatorStated whether the comparator is printed; else it follows from the
 * direction
 * @param quantity the value; null where the comparator has none. Signed for a change
 * @param direction whether more or less of the indicator is better
 * @param period what time it is meant for
 * @param kind whether it binds
 * @param figures values beside it, by what they are to it
 * @param role its place in a sum
 * @param remarks what a person should look at
 * @param span the expression, without the indicator
 * @param rawPhrase the expression's words
 */
public record Target(@Nullable Indicator indicator, Comparator comparator, boolean comparatorStated,
		@Nullable Quantity quantity, Direction direction, Period period, Kind kind, Figures figures, Role role,
		List<Remark> remarks, Span span, String rawPhrase) {

	/** How far from 程度 a value may lie and still meet it. */
	public static final BigDecimal TOLERANCE_PERCENT = BigDecimal.TEN;

	public Target {
		if (comparator.hasQuantity() == (quantity == null)) {
			throw new IllegalArgumentException(comparator + " with quantity " + quantity);
		}
		remarks = List.copyOf(remarks);
	}

	/** How it was read, in few words, for the person who typed it. */
	public String describe(Locale locale) {
		return TargetWords.of(locale).describe(this);
	}

	Target withRole(Role newRole) {
		return new Target(this.indicator, this.comparator, this.comparatorStated, this.quantity, this.direction,
				this.period, this.kind, this.figures, newRole, this.remarks, this.span, this.rawPhrase);
	}

	Target withRemarks(List<Remark> newRemarks) {
		return new Target(this.indicator, this.comparator, this.comparatorStated, this.quantity, this.direction,
				this.period, this.kind, this.figures, this.role, newRemarks, this.span, this.rawPhrase);
	}

	/** Whether a value binds. */
	public enum Kind {

		/** 達成目標. */
		BINDING,
		/** 達成目安, 参考, 計画値: a value for orientation. */
		BENCHMARK

	}

	/** The place of a target in a sum. */
	public enum Role {

		/** It stands for itself. */
		SINGLE,
		/** 目標額65,000千円 before its parts. */
		TOTAL,
		/** ・売却額25,000千円. */
		PART

	}

	/**
	 * Values beside a target; null where there is none.
	 *
	 * @param baseline where things stand: (H27:54.3%), 現在7名
	 * @param versus the value that shall stay below the quantity: 給水原価125円
	 * @param population how many すべて are: 届出件数約13万件
	 */
	public record Figures(@Nullable Figure baseline, @Nullable Figure versus, @Nullable Figure population) {

		static final Figures NONE = new Figures(null, null, null);

	}

}
