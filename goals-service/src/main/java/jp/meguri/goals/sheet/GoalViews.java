package jp.meguri.goals.sheet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.GoalContent;
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

	private final Texts texts;

	GoalViews(GoalAccess access, CityTransaction transaction, GoalRepository goals, ReviewComments comments,
			WorkingCopies copies, ContentHistory history, Completeness completeness, Texts texts) {
		this.access = access;
		this.transaction = transaction;
		this.goals = goals;
		this.comments = comments;
		this.copies = copies;
		this.history = history;
		this.completeness = completeness;
		this.texts = texts;
	}

	/** One goal; 404 if not visible. */
	Mono<GoalView> view(Actor actor, UUID id) {
		return this.transaction.in(actor.municipality(),
				this.goals.visibleTo(actor, id)
					.switchIfEmpty(Mono.error(Problems::notFound))
					.flatMap((goal) -> this.access.on(actor, goal.fiscalYear(), goal.ownerUnit())
						.flatMap((circumstances) -> views(circumstances, List.of(goal))))
					.map((views) -> views.get(0)));
	}

	/** Goals of one unit, inside the caller's transaction. */
	Mono<List<GoalView>> views(Circumstances circumstances, List<Goal> shown) {
		Actor actor = circumstances.actor();
		List<UUID> ids = shown.stream().map(Goal::id).toList();
		return this.comments.of(actor.municipality(), ids)
			.flatMap((said) -> this.copies.of(actor, ids, GoalContent.class)
				.flatMap((typed) -> this.history.lastActedOn(actor, ids)
					.flatMap((read) -> this.completeness.rule(circumstances)
						.map((rule) -> new Around(circumstances, rule, said, typed, read)))))
			.map((around) -> shown.stream().map((goal) -> view(goal, around)).toList());
	}

	private GoalView view(Goal goal, Around around) {
		Circumstances circumstances = around.circumstances();
		boolean involved = circumstances.isInvolved(goal.state(), goal.namedUnits());
		List<FieldError> missing = involved ? around.rule().missing(goal.kind(), goal.content()) : List.of();
		Rights rights = circumstances.rights(goal.state(), goal.namedUnits())
			.unless(ReviewAction.SUBMIT, !missing.isEmpty(), () -> SubmissionRule.incomplete(missing));
		return new GoalView(goal.id(), goal.sheet(), goal.fiscalYear(), goal.ownerUnit(), goal.kind(), goal.number(),
				goal.state(), goal.revision(), goal.content(),
				involved ? around.said().getOrDefault(goal.id(), List.of()) : List.of(), around.typed(goal),
				around.read().get(goal.id()), involved ? writer(goal) : null,
				circumstances.whoseTurn(goal.state()).orElse(null), missing.stream().map(this::missing).toList(),
				rights.shown(this.texts));
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
			Map<UUID, WorkingCopy<GoalContent>> typed, Map<UUID, Long> read) {

		GoalView.@Nullable Copy typed(Goal goal) {
			WorkingCopy<GoalContent> copy = this.typed.get(goal.id());
			return (copy != null) ? new GoalView.Copy(copy.baseRevision(), copy.content(), copy.updatedAt()) : null;
		}

	}

}
