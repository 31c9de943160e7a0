package jp.meguri.catalog.unit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * All units of a city: in every year, a unit hangs below one that exists in that year,
 * and never below itself.
 */
final class UnitTree {

	private final Map<UUID, UnitChanged> units;

	UnitTree(List<UnitChanged> units) {
		this.units = units.stream().collect(Collectors.toMap(UnitChanged::id, Function.identity(), (a, b) -> b));
	}

	/** What is wrong with the years of one of its units. */
	void check(UnitChanged unit, Violations violations) {
		for (int i = 0; i < unit.years().size(); i++) {
			UnitYear year = unit.years().get(i);
			String pointer = "/years/" + i + "/parent";
			violations.check(year.parent() == null || exists(year.parent(), year.fiscalYear()), pointer, "unit");
			violations.check(!isBelowItself(unit.id(), year.fiscalYear()), pointer, "circle");
		}
	}

	private boolean exists(UUID unit, int fiscalYear) {
		return year(unit, fiscalYear).isPresent();
	}

	private boolean isBelowItself(UUID unit, int fiscalYear) {
		Set<UUID> seen = new HashSet<>();
		UUID next = unit;
		while (next != null) {
			if (!seen.add(next)) {
				return true;
			}
			next = parent(next, fiscalYear);
		}
		return false;
	}

	private @Nullable UUID parent(UUID unit, int fiscalYear) {
		return year(unit, fiscalYear).map(UnitYear::parent).orElse(null);
	}

	private Optional<UnitYear> year(UUID unit, int fiscalYear) {
		return Optional.ofNullable(this.units.get(unit))
			.flatMap((found) -> found.years().stream().filter((year) -> year.fiscalYear() == fiscalYear).findFirst());
	}

}
