package jp.meguri.catalog.plan;

import java.util.UUID;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.web.HasRevision;

/**
 * A plan.
 */
record PlanView(UUID id, String dimension, String name, long revision) implements HasRevision {

	static PlanView of(Versioned<Plan> plan) {
		return new PlanView(plan.id(), plan.state().dimension(), plan.state().name(), plan.revision());
	}

}
