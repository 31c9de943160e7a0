package jp.meguri.catalog.plan;

import java.util.UUID;
import jp.meguri.catalog.change.CatalogRules;
import jp.meguri.catalog.change.Given;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A new plan.
 */
record PlanRequest(@Nullable String dimension, @Nullable String name) {

	Plan toPlan(UUID id) {
		var violations = new Violations();
		CatalogRules.code(violations, this.dimension, "/dimension");
		violations.text(this.name, "/name", TextRule.name(100)).refuse();
		return new Plan(id, Given.value(this.dimension), Given.value(this.name));
	}

}
