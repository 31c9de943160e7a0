package jp.meguri.goals.indicator;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator in a list.
 *
 * @param goals how many goals the reader may see cite it
 * @param firstYear the first fiscal year of those, or null without any
 */
record IndicatorRow(UUID id, String name, String unit, Indicator.Direction direction, Indicator.Kind kind, long goals,
		@Nullable Integer firstYear, @Nullable Integer lastYear) {

	static IndicatorRow of(Readable row) {
		Indicator of = Indicators.indicator(row);
		return new IndicatorRow(of.id(), of.name(), of.unit(), of.direction(), of.kind(),
				Indicators.value(row, "goals", Long.class), row.get("first_year", Integer.class),
				row.get("last_year", Integer.class));
	}

}
