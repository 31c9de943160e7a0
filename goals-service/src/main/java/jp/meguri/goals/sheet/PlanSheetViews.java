package jp.meguri.goals.sheet;

import jp.meguri.review.Can;
import jp.meguri.review.ReviewAction;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.content.ReviewState;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts together what a reader sees of plans' sheets. A sheet of which the reader may see
 * no goal does not exist for that reader; planners see all.
 */
@Component
class PlanSheetViews {

	private static final List<ReviewAction> STEPS = List.of(ReviewAction.SUBMIT, ReviewAction.WITHDRAW,
			ReviewAction.APPROVE, ReviewAction.CORRECT_AND_APPROVE, ReviewAction.RETURN, ReviewAction.CONFIRM);

	private final GoalAccess access;

	private final CityTransaction transaction;

	private final SheetRepository sheets;

	private final SheetPlans plans;

	private final GoalRepository goals;

	private final GoalViews goalViews;

	PlanSheetViews(GoalAccess access, CityTransaction transaction, SheetRepository sheets, SheetPlans plans,
			GoalRepository goals, GoalViews goalViews) {
		this.access = access;
		this.transaction = transaction;
		this.sheets = sheets;
		this.plans = plans;
		this.goals = goals;
		this.goalViews = goalViews;
	}

	Mono<PlanSheetView> view(Actor actor, int fiscalYear, UUID edition) {
		var address = SheetAddress.ofEdition(fiscalYear, edition);
		return this.transaction.in(actor.municipality(),
				this.access.onPlan(actor, fiscalYear)
					.flatMap((circumstances) -> this.sheets.find(actor.municipality(), address)
						.flatMap((sheet) -> this.goals.visibleTo(actor, address)
							.filter((shown) -> !shown.isEmpty() || actor.is(RoleCode.PLANNING))
							.flatMap((shown) -> view(circumstances, sheet, shown))))
					.switchIfEmpty(Mono.error(Problems::notFound)));
	}

	Mono<List<PlanSheetSummary>> summaries(Actor actor, int fiscalYear) {
		return this.transaction.in(actor.municipality(), this.plans.sheets(actor.municipality(), fiscalYear)
			.flatMap((sheets) -> this.plans.of(actor.municipality(), sheets.stream().map(GoalSheet::id).toList())
				.flatMap((plans) -> this.sheets.planCounts(actor, fiscalYear)
					.map((counts) -> summaries(actor, sheets, plans, counts)))));
	}

	private Mono<PlanSheetView> view(Circumstances circumstances, GoalSheet sheet, List<Goal> shown) {
		return this.plans.of(sheet.municipality(), List.of(sheet.id()))
			.mapNotNull((plans) -> plans.get(sheet.id()))
			.zipWith(this.goalViews.views(circumstances, shown),
					(plan, goals) -> view(circumstances, sheet, plan, goals));
	}

	private static PlanSheetView view(Circumstances circumstances, GoalSheet sheet, SheetPlan plan,
			List<GoalView> goals) {
		return new PlanSheetView(sheet.id(), sheet.fiscalYear(), PlanSheetView.Edition.of(plan), circumstances.mode(),
				SheetView.Period.of(circumstances.window(), circumstances.contact()), sheet.structureRevision(),
				plan.tree().nodes().stream().map(PlanSheetView.Node::of).toList(), goals, can(goals));
	}

	/**
	 * The steps of the route for the sheet as a whole: those the reader may take for any
	 * of its goals; otherwise what the first goal says against it.
	 */
	private static Map<String, Can> can(List<GoalView> goals) {
		Map<String, Can> can = new LinkedHashMap<>();
		can.put("export", Can.ALLOWED);
		for (ReviewAction step : STEPS) {
			List<Can> each = goals.stream().map((goal) -> goal.can().get(step.key())).filter(Objects::nonNull).toList();
			each.stream()
				.filter(Can::allowed)
				.findFirst()
				.or(() -> each.stream().findFirst())
				.ifPresent((one) -> can.put(step.key(), one));
		}
		return can;
	}

	private static List<PlanSheetSummary> summaries(Actor actor, List<GoalSheet> sheets, Map<UUID, SheetPlan> plans,
			List<StateCount> counts) {
		Map<UUID, List<StateCount>> bySheet = counts.stream().collect(Collectors.groupingBy(StateCount::sheet));
		return sheets.stream()
			.filter((sheet) -> bySheet.containsKey(sheet.id()) || actor.is(RoleCode.PLANNING))
			.map((sheet) -> summary(sheet, Objects.requireNonNull(plans.get(sheet.id())),
					bySheet.getOrDefault(sheet.id(), List.of())))
			.toList();
	}

	private static PlanSheetSummary summary(GoalSheet sheet, SheetPlan plan, List<StateCount> counts) {
		Map<ReviewState, Long> byState = new EnumMap<>(ReviewState.class);
		counts.forEach((count) -> byState.merge(count.state(), count.goals(), Long::sum));
		long confirmed = byState.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().isConfirmedOrLater())
			.mapToLong(Map.Entry::getValue)
			.sum();
		long total = byState.values().stream().mapToLong(Long::longValue).sum();
		return new PlanSheetSummary(sheet.id(), plan.edition(), plan.planName(), plan.name(), sheet.fiscalYear(),
				byState, confirmed, total);
	}

}
