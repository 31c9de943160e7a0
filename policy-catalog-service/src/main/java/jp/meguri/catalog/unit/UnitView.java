package jp.meguri.catalog.unit;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.web.HasRevision;

/**
 * A unit with all its years.
 */
record UnitView(UUID id, String code, UnitKind kind, List<UnitYear> years, long revision) implements HasRevision {

	static UnitView of(Versioned<UnitChanged> unit) {
		return new UnitView(unit.id(), unit.state().code(), unit.state().kind(), unit.state().years(), unit.revision());
	}

}
