package jp.meguri.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;

/**
 * A unit of the city office (部局, 課) with the fiscal years in which it exists.
 */
public record Unit(UUID id, UUID municipality, String code, UnitKind kind, List<UnitYear> years) {

	public Unit {
		years = List.copyOf(years);
	}

	/** The unit as it is in that fiscal year; empty where it does not exist then. */
	public Optional<UnitYear> in(int fiscalYear) {
		return this.years.stream().filter((year) -> year.fiscalYear() == fiscalYear).findFirst();
	}

	/** Its name in that fiscal year, else the latest one, else its code. */
	public String nameIn(int fiscalYear) {
		return in(fiscalYear).or(this::latest).map(UnitYear::name).orElse(this.code);
	}

	private Optional<UnitYear> latest() {
		return this.years.stream().max((a, b) -> Integer.compare(a.fiscalYear(), b.fiscalYear()));
	}

}
