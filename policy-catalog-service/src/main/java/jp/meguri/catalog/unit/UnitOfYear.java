package jp.meguri.catalog.unit;

import java.util.UUID;
import jp.meguri.directory.FiscalYear;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is in one fiscal year.
 *
 * @param position 補職
 * @param holderName 氏名
 */
record UnitOfYear(UUID id, String code, UnitKind kind, int fiscalYear, String fiscalYearLabel, String name,
		@Nullable UUID parent, int ordinal, String position, String holderName, String contact) {

	static UnitOfYear of(jp.meguri.directory.Unit unit, int fiscalYear) {
		var year = unit.in(fiscalYear).orElseThrow();
		return new UnitOfYear(unit.id(), unit.code(), unit.kind(), fiscalYear, new FiscalYear(fiscalYear).label(),
				year.name(), year.parent(), year.ordinal(), year.position(), year.holderName(), year.contact());
	}

}
