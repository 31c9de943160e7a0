package jp.meguri.goals.sheet;

import java.util.List;
import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.ReviewComments;
import jp.meguri.web.Created;
import jp.meguri.web.Idempotency;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Comments on a goal and the answers to them.
 */
@Component
class GoalComments {

	private final GoalAccess access;

	private final GoalStore store;

	private final ReviewComments comments;

	private final Idempotency idempotency;

	GoalComments(GoalAccess access, GoalStore store, ReviewComments comments, Idempotency idempotency) {
		this.access = access;
		this.store = store;
		this.comments = comments;
		this.idempotency = idempotency;
	}

	Mono<Created> add(Actor actor, UUID goal, IdempotencyKey key, NewComment comment) {
		Mono<Created> work = this.store.locked(actor, goal)
			.flatMap((found) -> this.access.of(actor, found.fiscalYear(), found.ownerUnit())
				.flatMap((circumstances) -> add(circumstances, found, comment)));
		return this.idempotency.once(actor, "goals/" + goal + "/comments", key, comment, work);
	}

	private Mono<Created> add(Circumstances circumstances, Goal goal, NewComment comment) {
		circumstances.rights(goal.state(), goal.namedUnits()).require(ReviewAction.COMMENT);
		Actor author = circumstances.actor();
		var said = new ReviewComment(Ids.next(), comment.anchor(), comment.text(), author.person(), author.name(),
				goal.revision(), comment.inReplyTo(), circumstances.now());
		return requireQuestion(goal, comment.inReplyTo())
			.then(this.comments.add(author.municipality(), goal.id(), said))
			.then(Cause.of(circumstances))
			.flatMap((cause) -> this.store.store(GoalChange.commented(goal.touched()), cause))
			.map((stored) -> new Created(said.id(), "/api/goals/" + goal.id() + "#comment-" + said.id(),
					stored.revision()));
	}

	private Mono<Void> requireQuestion(Goal goal, @Nullable UUID inReplyTo) {
		if (inReplyTo == null) {
			return Mono.empty();
		}
		return this.comments.of(goal.municipality(), List.of(goal.id()))
			.map((all) -> all.getOrDefault(goal.id(), List.of()))
			.filter((said) -> said.stream().anyMatch((comment) -> comment.id().equals(inReplyTo)))
			.switchIfEmpty(Mono.error(() -> Problems.validation("/inReplyTo", "unknown-comment")))
			.then();
	}

	/**
	 * @param anchor the place: a block's id or a field's name; null for the whole
	 * @param inReplyTo the comment it answers
	 */
	record NewComment(@Nullable String anchor, String text, @Nullable UUID inReplyTo) {
	}

}
