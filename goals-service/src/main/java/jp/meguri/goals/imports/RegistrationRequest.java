package jp.meguri.goals.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Where a document is to be registered: a department's sheet for a unit, a plan's
 * document for an edition.
 *
 * @param fiscalYear the year; a document about several years may leave it out and is kept
 * in the edition's first year
 * @param goals of a workbook of ours the goals to be changed, in the revision that was
 * read; without it all that were changed in the workbook only
 */
record RegistrationRequest(@Nullable Integer fiscalYear, @Nullable UUID unit, @Nullable PlanRequest edition,
		@Nullable List<NamedGoal> goals) {

	/** Revisions by goal, or null where none were named. */
	@Nullable Map<UUID, Long> named() {
		List<NamedGoal> all = this.goals;
		if (all == null) {
			return null;
		}
		new Violations().check(all.stream().allMatch((goal) -> goal != null && goal.id() != null), "/goals", "required")
			.refuse();
		new Violations().check(all.stream().map(NamedGoal::id).distinct().count() == all.size(), "/goals", "repeated")
			.refuse();
		return all.stream().collect(Collectors.toMap(NamedGoal::id, NamedGoal::revision));
	}

	UUID requiredUnit() {
		new Violations().required(this.unit, "/unit").refuse();
		return Objects.requireNonNull(this.unit);
	}

	int requiredYear() {
		new Violations().required(this.fiscalYear, "/fiscalYear").refuse();
		return Objects.requireNonNull(this.fiscalYear);
	}

	PlanTask ofPlan(Actor actor, CityDirectory city, StoredImport current) {
		new Violations().required(this.edition, "/edition").refuse();
		PlanRequest named = Objects.requireNonNull(this.edition).checked();
		boolean several = current.isOfSeveralYears() && this.fiscalYear == null;
		return new PlanTask(actor, city, current, several ? Objects.requireNonNull(named.firstYear()) : requiredYear(),
				named);
	}

	/**
	 * A goal in the revision that was read.
	 */
	record NamedGoal(UUID id, long revision) {
	}

}
