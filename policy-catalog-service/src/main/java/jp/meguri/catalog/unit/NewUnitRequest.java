package jp.meguri.catalog.unit;

import java.util.List;
import jp.meguri.catalog.change.CatalogRules;
import jp.meguri.catalog.change.Given;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import java.util.UUID;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A new unit; its code stands in public addresses and never changes.
 */
record NewUnitRequest(@Nullable String code, @Nullable UnitKind kind, @Nullable List<UnitRequest.Year> years) {

	UnitChanged toUnit(UUID id) {
		var violations = new Violations();
		CatalogRules.code(violations, this.code, "/code");
		UnitRequest unit = new UnitRequest(this.kind, this.years);
		unit.check(violations);
		violations.refuse();
		return new UnitChanged(id, Given.value(this.code), Given.value(this.kind), unit.unitYears());
	}

}
