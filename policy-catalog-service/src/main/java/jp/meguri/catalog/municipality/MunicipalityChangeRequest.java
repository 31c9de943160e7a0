package jp.meguri.catalog.municipality;

import java.util.List;
import jp.meguri.catalog.change.Given;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A city's new name and providers; its slug stands in public addresses and never changes.
 */
record MunicipalityChangeRequest(@Nullable String name, @Nullable List<String> issuers) {

	MunicipalityChanged applyTo(MunicipalityChanged municipality) {
		var violations = new Violations().text(this.name, "/name", TextRule.name(100));
		MunicipalityRequest.checkIssuers(violations, Given.list(this.issuers));
		violations.refuse();
		return new MunicipalityChanged(municipality.id(), municipality.slug(), Given.value(this.name),
				municipality.operations(), Given.list(this.issuers));
	}

}
