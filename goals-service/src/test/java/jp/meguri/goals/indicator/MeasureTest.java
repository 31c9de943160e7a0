package jp.meguri.goals.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import jp.meguri.goals.indicator.Indicator.Direction;
import jp.meguri.goals.indicator.Indicator.Kind;
import jp.meguri.reading.target.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

	@ParameterizedTest
	@CsvSource({ "GE, true, 70, MORE_IS_BETTER, 66.4, -3.6, 94.9, false",
			"GE, false, 615, LESS_IS_BETTER, 624, 9, 101.5, false",
			"GE, false, 615, MORE_IS_BETTER, 624, 9, 101.5, true",
			"LE, true, 6.5, MORE_IS_BETTER, 3.7, -2.8, 56.9, true",
			"LE, true, 31.8, LESS_IS_BETTER, -18.9, -50.7, -59.4, true",
			"APPROX, true, 600, MORE_IS_BETTER, 540, -60, 90.0, true",
			"APPROX, true, 600, MORE_IS_BETTER, 539, -61, 89.8, false",
			"GT, true, 0.1, MORE_IS_BETTER, 0.3, 0.2, 300.0, true", "LT, true, 5, LESS_IS_BETTER, 5, 0, 100.0, false" })
	void actual_isComparedInDecimals(Comparator comparator, boolean stated, BigDecimal target, Direction direction,
			BigDecimal actual, String difference, String percent, boolean met) {
		assertThat(new Measure(comparator, stated, target, "%").of(actual, "%", direction))
			.isEqualTo(new Measure.Standing(difference, percent, met));
	}

	@Test
	void whatCannotBeCompared_isNot() {
		Measure target = new Measure(Comparator.GE, true, BigDecimal.TEN, "人");
		assertThat(target.of(BigDecimal.TEN, "件", Direction.MORE_IS_BETTER)).isNull();
		assertThat(target.of(BigDecimal.TEN, null, Direction.MORE_IS_BETTER)).isNull();
		assertThat(new Measure(Comparator.DELTA, true, BigDecimal.ONE, "人").of(BigDecimal.TEN, "人",
				Direction.MORE_IS_BETTER))
			.isNull();
		assertThat(new Measure(Comparator.LE, true, BigDecimal.ZERO, "件").of(BigDecimal.ZERO, "件",
				Direction.LESS_IS_BETTER))
			.isEqualTo(new Measure.Standing("0", null, true));
	}

	@ParameterizedTest
	@CsvSource({ "千円, 円, AMOUNT", "億円, 円, AMOUNT", "名, 人, AMOUNT", "％, %, RATIO", "ポイント, ポイント, RATIO", "校区, 校区, AMOUNT",
			"'', '', AMOUNT", "kWh, kWh, AMOUNT" })
	void unit_isKeptInItsBase(String typed, String base, Kind kind) {
		assertThat(IndicatorUnit.base(typed)).isEqualTo(base);
		assertThat(IndicatorUnit.kindOf(base)).isEqualTo(kind);
	}

}
