package jp.meguri.goals.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import jp.meguri.goals.indicator.Indicator.Direction;
import jp.meguri.reading.target.Comparator;
import jp.meguri.reading.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * A target in figures, as it was read. All arithmetic is decimal.
 *
 * @param comparatorStated whether the comparator is printed; otherwise the indicator's
 * direction says how the number is meant
 */
record Measure(Comparator comparator, boolean comparatorStated, BigDecimal value, String unit) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/**
	 * How an actual value stands to it; null where units differ.
	 */
	@Nullable Standing of(BigDecimal actual, @Nullable String actualUnit, Direction direction) {
		if (!this.unit.equals(actualUnit) || this.comparator == Comparator.DELTA) {
			return null;
		}
		BigDecimal percent = (this.value.signum() == 0) ? null
				: actual.multiply(HUNDRED).divide(this.value, 1, RoundingMode.HALF_UP);
		return new Standing(actual.subtract(this.value).toPlainString(),
				(percent != null) ? percent.toPlainString() : null, isMet(actual, direction));
	}

	private boolean isMet(BigDecimal actual, Direction direction) {
		int order = actual.compareTo(this.value);
		return switch (meant(direction)) {
			case GT -> order > 0;
			case LE -> order <= 0;
			case LT -> order < 0;
			case EQ -> order == 0;
			case APPROX -> actual.subtract(this.value)
				.abs()
				.multiply(HUNDRED)
				.compareTo(this.value.abs().multiply(Target.TOLERANCE_PERCENT)) <= 0;
			default -> order >= 0;
		};
	}

	private Comparator meant(Direction direction) {
		if (this.comparatorStated) {
			return this.comparator;
		}
		return (direction == Direction.LESS_IS_BETTER) ? Comparator.LE : Comparator.GE;
	}

	/**
	 * @param difference actual less target, in the indicator's unit
	 * @param percent the actual value in percent of the target, to one place; null for a
	 * target of zero
	 * @param met whether the target is reached, in the right direction
	 */
	record Standing(String difference, @Nullable String percent, boolean met) {
	}

}
