package jp.meguri.goals.imports;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.goals.imports.ImportDraft.DraftPlan;
import jp.meguri.goals.imports.ImportDraft.DraftUnit;
import jp.meguri.goals.sheet.DraftedGoal;
import jp.meguri.goals.sheet.SheetPlan;
import jp.meguri.web.FieldError;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;

/**
 * One registration of a plan's document.
 *
 * @param edition the edition as the person names it, checked
 */
record PlanTask(Actor actor, CityDirectory city, StoredImport current, int fiscalYear, PlanRequest edition) {

	/** Refuses what cannot be registered. */
	void require() {
		if (!this.actor.is(RoleCode.PLANNING)) {
			throw Problems.forbidden();
		}
		if (this.city.cycle(this.fiscalYear).isEmpty()) {
			throw new MeguriProblem(409, "year-not-open");
		}
		if (this.current.draft().plan() == null || this.current.draft().goals().isEmpty()) {
			throw new MeguriProblem(422, "import-empty");
		}
		if (this.fiscalYear < firstYear() || this.fiscalYear > lastYear()) {
			throw Problems.validation("/fiscalYear", "not-in-edition");
		}
		List<FieldError> unknown = unknownUnits();
		if (!unknown.isEmpty()) {
			throw Problems.validation(unknown);
		}
	}

	/** The plan as named and read, with ids of its own. */
	SheetPlan named() {
		DraftPlan plan = plan();
		List<SheetPlan.Node> nodes = plan.nodes()
			.stream()
			.map((node) -> new SheetPlan.Node(node.id(), node.parent(), node.level(), node.code(), node.title()))
			.toList();
		UUID scheme = (plan.gradingScheme() != null) ? plan.gradingScheme().id() : null;
		return new SheetPlan(Ids.next(), Objects.requireNonNull(this.edition.dimension()),
				Objects.requireNonNull(this.edition.planName()), Objects.requireNonNull(this.edition.name()),
				firstYear(), lastYear(), new SheetPlan.Tree(plan.levelNames(), nodes, scheme));
	}

	DraftPlan plan() {
		return Objects.requireNonNull(this.current.draft().plan());
	}

	/** The planning division, as which the person registers. */
	UUID planningUnit() {
		return this.actor.unitsAs(RoleCode.PLANNING).stream().sorted().findFirst().orElseThrow(Problems::forbidden);
	}

	ImportOffers.Sender sender(List<DraftedGoal> drafted) {
		return new ImportOffers.Sender(this.actor, this.current, drafted.get(0).sheet(),
				this.city.cycle(this.fiscalYear).orElseThrow().mode());
	}

	private int firstYear() {
		return Objects.requireNonNull(this.edition.firstYear());
	}

	private int lastYear() {
		return Objects.requireNonNull(this.edition.lastYear());
	}

	private List<FieldError> unknownUnits() {
		List<DraftUnit> organisation = this.current.draft().organisation();
		return IntStream.range(0, organisation.size())
			.filter((i) -> organisation.get(i).unit() != null)
			.filter((i) -> this.city.unit(organisation.get(i).unit())
				.flatMap((unit) -> unit.in(this.fiscalYear))
				.isEmpty())
			.mapToObj((i) -> FieldError.of("/draft/organisation/" + i + "/unit", "unit-not-in-year"))
			.toList();
	}

}
