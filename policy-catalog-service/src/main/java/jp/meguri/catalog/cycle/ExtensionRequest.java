package jp.meguri.catalog.cycle;

import java.time.Instant;
import java.util.UUID;
import jp.meguri.catalog.change.Given;
import jp.meguri.events.catalog.CatalogEvent.Extension;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A later end for one unit and the units below it, and why.
 */
record ExtensionRequest(@Nullable UUID unit, @Nullable Instant closesAt, @Nullable String reason) {

	Extension toExtension(UUID id) {
		new Violations().required(this.unit, "/unit")
			.required(this.closesAt, "/closesAt")
			.text(this.reason, "/reason", TextRule.body(500).asRequired())
			.refuse();
		return new Extension(id, Given.value(this.unit), Given.value(this.closesAt), Given.value(this.reason));
	}

}
