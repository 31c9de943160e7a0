package jp.meguri.goals.sheet;

import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.database.Ids;
import jp.meguri.web.FieldError;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the sheet of a plan (計画の取組) from a document: all rows at once, for the planning
 * division only. Inside the caller's transaction.
 */
@Component
public class PlanDrafting {

	private final GoalAccess access;

	private final SheetRepository sheets;

	private final SheetPlans plans;

	private final GoalRepository goals;

	private final GoalStore store;

	PlanDrafting(GoalAccess access, SheetRepository sheets, SheetPlans plans, GoalRepository goals, GoalStore store) {
		this.access = access;
		this.sheets = sheets;
		this.plans = plans;
		this.goals = goals;
		this.store = store;
	}

	/**
	 * The rows as goals, in the order given. Units and nodes they name may be unknown
	 * yet. A sheet that has goals already is refused: a document is a whole sheet.
	 */
	public Mono<List<DraftedGoal>> create(Actor actor, int fiscalYear, SheetPlan plan, List<Row> rows) {
		if (!actor.is(RoleCode.PLANNING)) {
			return Mono.error(Problems::forbidden);
		}
		List<FieldError> broken = rows.stream()
			.flatMap((row) -> ContentRule.broken(row.pointer(), row.kind(), row.content()).stream())
			.toList();
		if (!broken.isEmpty()) {
			return Mono.error(() -> Problems.validation(broken));
		}
		return this.access.onPlan(actor, fiscalYear)
			.flatMap((circumstances) -> this.sheets
				.lockOrCreate(actor.municipality(), SheetAddress.ofEdition(fiscalYear, plan.edition()))
				.delayUntil(this::requireEmpty)
				.delayUntil((sheet) -> this.plans.keep(sheet, plan))
				.delayUntil(this.sheets::restructured)
				.flatMap((sheet) -> add(circumstances, sheet, rows)));
	}

	private Mono<Void> requireEmpty(GoalSheet sheet) {
		return Flux.fromArray(GoalKind.values())
			.concatMap((kind) -> this.goals.ofKind(sheet, kind))
			.filter((there) -> !there.isEmpty())
			.next()
			.flatMap((there) -> Mono.error(() -> new MeguriProblem(409, "sheet-not-empty")));
	}

	private Mono<List<DraftedGoal>> add(Circumstances circumstances, GoalSheet sheet, List<Row> rows) {
		return Cause.of(circumstances)
			.flatMap((cause) -> Flux.range(0, rows.size())
				.map((i) -> goal(circumstances, sheet, rows.get(i), i + 1))
				.concatMap((goal) -> this.store.add(GoalChange.drafted(goal), cause))
				.map((goal) -> new DraftedGoal(goal.id(), goal.sheet(), goal.revision()))
				.collectList());
	}

	private static Goal goal(Circumstances circumstances, GoalSheet sheet, Row row, int number) {
		return Goal.drafted(Ids.next(), sheet, row.owner(), row.kind(), number, row.content(), circumstances.actor());
	}

	/**
	 * One row of the document; all rows are of one kind.
	 *
	 * @param owner the lead section, or the planning division where none is known
	 * @param pointer where it stands in the request
	 */
	public record Row(UUID owner, GoalKind kind, GoalContent content, String pointer) {
	}

}
