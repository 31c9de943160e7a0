package jp.meguri.evaluation.release;

import java.util.Optional;
import java.util.UUID;
import jp.meguri.directory.Unit;
import jp.meguri.evaluation.goal.PlanNames.PlanName;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import org.jspecify.annotations.Nullable;

/**
 * Whose sheet is released: a unit's, or that of a plan's edition, as it is printed.
 *
 * @param code what the open address calls it
 * @param name empty while the catalog has not announced the plan
 * @param ordinal its place among the releases of a year; plans stand behind the units
 * @param plan the plan, or null for a unit
 */
record ReleaseOwner(UUID id, String code, String name, String position, String holderName, int ordinal,
		ReleaseDocument.@Nullable Plan plan) {

	private static final int BEHIND_THE_UNITS = 100_000;

	/** Empty where the year has no such unit. */
	static Optional<ReleaseOwner> of(Unit unit, int fiscalYear) {
		return unit.in(fiscalYear).map((year) -> of(unit, year));
	}

	static ReleaseOwner of(PlanName plan) {
		String id = plan.edition().toString();
		return new ReleaseOwner(plan.edition(), "plan-" + id.substring(id.lastIndexOf('-') + 1),
				(plan.planName() + " " + plan.name()).strip(), "", "", BEHIND_THE_UNITS,
				new ReleaseDocument.Plan(plan.planName(), plan.name()));
	}

	boolean ofPlan() {
		return this.plan != null;
	}

	private static ReleaseOwner of(Unit unit, UnitYear year) {
		return new ReleaseOwner(unit.id(), unit.code(), year.name(), year.position(), year.holderName(), year.ordinal(),
				null);
	}

}
