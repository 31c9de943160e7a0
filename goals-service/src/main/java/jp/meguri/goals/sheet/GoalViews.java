package jp.meguri.goals.sheet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.review.ContentHistory;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.ReviewComments;
import jp.meguri.review.Rights;
import jp.meguri.review.WorkingCopies;
import jp.meguri.review.WorkingCopy;
import jp.meguri.web.FieldError;
import jp.meguri.web.Problems;
import jp.meguri.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts together what a reader sees of goals.
 */
@Component
class GoalViews {

	private final GoalAccess access;

	private final CityTransaction transaction;

	private final GoalRepository goals;

	private final ReviewComments comments;

	private final WorkingCopies copies;

	private final ContentHistory history;

	private final Completeness completeness;

	private final SheetPlans plans;

	private final Texts texts;

	GoalViews(GoalAccess access, CityTransaction transaction, GoalRepository goals, ReviewComments comments,
			WorkingCopies copies, ContentHistory history, Completeness completeness, SheetPlans plans, Texts texts) {
		this.access = access;
		this.transaction = transaction;
		this.goals = goals;
		this.comments = comments;
		this.copies = copies;
		this.history = history;
		this.completeness = completeness;
		this.plans = plans;
		this.texts = texts;
	}

	/** One goal; 404 if not visible. */
	Mono<GoalView> view(Actor actor, UUID id) {
		return this.transaction.in(actor.municipality(),
				this.goals.visibleTo(actor, id)
					.switchIfEmpty(Mono.error(Problems::notFound))
					.flatMap((goal) -> this.access.of(actor, goal.fiscalYear(), goal.ownerUnit())
						.flatMap((circumstances) -> views(circumstances, List.of(goal))))
					.map((views) -> views.get(0)));
	}

	/** Goals of one sheet, inside the caller's transaction. */
	Mono<List<GoalView>> views(Circumstances circumstances, List<Goal> shown) {
		Actor actor = circumstances.actor();
		List<UUID> ids = shown.stream().map(Goal::id).toList();
		return this.comments.of(actor.municipality(), ids)
			.flatMap((said) -> this.copies.of(actor, ids, GoalContent.class)
				.flatMap((typed) -> this.history.lastActedOn(actor, ids)
					.flatMap((read) -> this.completeness.rule(circumstances)
						.flatMap((rule) -> plansOf(actor, shown)
							.map((plans) -> new Around(circumstances, rule, said, typed, read, plans))))))
			.map((around) -> shown.stream().map((goal) -> view(goal, around)).toList());
	}

	private GoalView view(Goal goal, Around around) {
		Circumstances circumstances = around.circumstances().of(goal.ownerUnit());
		boolean involved = circumstances.isInvolved(goal.state(), goal.namedUnits());
		List<FieldError> missing = involved ? around.rule().missing(goal, goal.content()) : List.of();
		Rights rights = circumstances.rights(goal.state(), goal.namedUnits())
			.unless(ReviewAction.SUBMIT, !missing.isEmpty(), () -> SubmissionRule.incomplete(missing));
		return new GoalView(goal.id(), goal.sheet(), goal.fiscalYear(), goal.ownerUnit(), goal.kind(), goal.number(),
				goal.state(), goal.revision(), goal.content(),
				involved ? around.said().getOrDefault(goal.id(), List.of()) : List.of(), around.typed(goal),
				around.read().get(goal.id()), involved ? writer(goal) : null,
				circumstances.whoseTurn(goal.state()).orElse(null), missing.stream().map(this::missing).toList(),
				rights.shown(this.texts), owner(circumstances), goal.edition(), around.node(goal));
	}

	private Mono<Map<UUID, SheetPlan>> plansOf(Actor actor, List<Goal> shown) {
		Set<UUID> sheets = shown.stream()
			.filter((goal) -> goal.edition() != null)
			.map(Goal::sheet)
			.collect(Collectors.toSet());
		return this.plans.of(actor.municipality(), sheets);
	}

	private static GoalView.Owner owner(Circumstances circumstances) {
		String name = circumstances.city()
			.unit(circumstances.unit())
			.map((unit) -> unit.nameIn(circumstances.fiscalYear()))
			.orElse("");
		return new GoalView.Owner(circumstances.unit(), name);
	}

	private GoalView.Missing missing(FieldError error) {
		Object[] arguments = error.arguments().toArray();
		String key = "field." + error.key();
		return new GoalView.Missing(error.pointer(), error.key(), this.texts.ja(key, arguments),
				this.texts.en(key, arguments));
	}

	private static GoalView.@Nullable Writer writer(Goal goal) {
		UUID writer = goal.lastWriter();
		return (writer != null) ? new GoalView.Writer(writer, goal.lastWriterName()) : null;
	}

	/** What stands around the goals for this reader. */
	private record Around(Circumstances circumstances, SubmissionRule rule, Map<UUID, List<ReviewComment>> said,
			Map<UUID, WorkingCopy<GoalContent>> typed, Map<UUID, Long> read, Map<UUID, SheetPlan> plans) {

		/** Its place in the tree of the plan whose sheet it stands on. */
		@Nullable UUID node(Goal goal) {
			SheetPlan plan = this.plans.get(goal.sheet());
			return goal.content()
				.links()
				.stream()
				.filter((link) -> plan != null && plan.dimension().equals(link.dimension()))
				.map(PlanLink::node)
				.filter(Objects::nonNull)
				.findFirst()
				.orElse(null);
		}

		GoalView.@Nullable Copy typed(Goal goal) {
			WorkingCopy<GoalContent> copy = this.typed.get(goal.id());
			return (copy != null) ? new GoalView.Copy(copy.baseRevision(), copy.content(), copy.updatedAt()) : null;
		}

	}

}
