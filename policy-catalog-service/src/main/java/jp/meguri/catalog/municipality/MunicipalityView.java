package jp.meguri.catalog.municipality;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.web.HasRevision;

/**
 * A city or the operators' own tenant.
 */
record MunicipalityView(UUID id, String slug, String name, boolean operations, List<String> issuers,
		long revision) implements HasRevision {

	static MunicipalityView of(Versioned<MunicipalityChanged> municipality) {
		MunicipalityChanged state = municipality.state();
		return new MunicipalityView(municipality.id(), state.slug(), state.name(), state.operations(), state.issuers(),
				municipality.revision());
	}

}
