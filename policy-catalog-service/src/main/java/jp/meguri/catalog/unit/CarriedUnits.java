package jp.meguri.catalog.unit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;

/**
 * The units a fiscal year begins with when nobody has described its organisation: those
 * of the nearest year, the earlier one where two are equally near.
 */
final class CarriedUnits {

	private CarriedUnits() {
	}

	/** The units that change; none where the year has units already. */
	static List<UnitChanged> into(int fiscalYear, List<UnitChanged> units) {
		Optional<Integer> nearest = units.stream()
			.flatMap((unit) -> unit.years().stream())
			.map(UnitYear::fiscalYear)
			.distinct()
			.min(Comparator.<Integer>comparingInt((year) -> Math.abs(year - fiscalYear))
				.thenComparing(Comparator.naturalOrder()));
		return nearest.filter((year) -> year != fiscalYear)
			.map((year) -> units.stream().flatMap((unit) -> carried(unit, year, fiscalYear)).toList())
			.orElse(List.of());
	}

	private static Stream<UnitChanged> carried(UnitChanged unit, int from, int into) {
		return unit.years().stream().filter((year) -> year.fiscalYear() == from).map((year) -> {
			UnitYear copy = new UnitYear(into, year.name(), year.parent(), year.ordinal(), year.position(), "", "");
			return new UnitChanged(unit.id(), unit.code(), unit.kind(),
					Stream.concat(unit.years().stream(), Stream.of(copy))
						.sorted(Comparator.comparing(UnitYear::fiscalYear))
						.toList());
		});
	}

}
