package jp.meguri.goals.sheet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.audit.AuditEntry;
import jp.meguri.audit.AuditTrail;
import jp.meguri.directory.Actor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.outbox.Outbox;
import jp.meguri.review.ReviewComments;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Stores a change of a goal together with what is announced and recorded of it: one
 * transaction, the caller's.
 */
@Component
class GoalStore {

	private final GoalRepository goals;

	private final SheetRepository sheets;

	private final ReviewComments comments;

	private final Outbox outbox;

	private final AuditTrail audit;

	GoalStore(GoalRepository goals, SheetRepository sheets, ReviewComments comments, Outbox outbox, AuditTrail audit) {
		this.goals = goals;
		this.sheets = sheets;
		this.comments = comments;
		this.outbox = outbox;
		this.audit = audit;
	}

	/**
	 * The goal with its sheet locked until the end of the transaction; 404 if not
	 * visible.
	 */
	Mono<Goal> locked(Actor actor, UUID id) {
		return this.goals.visibleTo(actor, id)
			.flatMap((goal) -> this.sheets.lock(goal))
			.flatMap((sheet) -> this.goals.visibleTo(actor, id))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

	Mono<Goal> add(GoalChange change, Cause cause) {
		return this.goals.add(change.goal(), cause.at()).then(announce(change, cause)).thenReturn(change.goal());
	}

	Mono<Goal> store(GoalChange change, Cause cause) {
		Mono<Void> derived = change.rewritten() ? this.goals.derive(change.goal()) : Mono.empty();
		return this.goals.save(change.goal(), cause.at())
			.then(derived)
			.then(announce(change, cause))
			.thenReturn(change.goal());
	}

	Mono<Void> remove(GoalChange change, Cause cause) {
		return this.goals.delete(change.goal()).then(announce(change, cause));
	}

	private Mono<Void> announce(GoalChange change, Cause cause) {
		Goal goal = change.goal();
		return this.comments.of(goal.municipality(), List.of(goal.id()))
			.map((all) -> all.getOrDefault(goal.id(), List.of()))
			.flatMap((said) -> this.sheets.nextSeq(goal).map((seq) -> envelope(change, cause, seq, said)))
			.flatMap((event) -> this.outbox.append(event, Topics.GOALS))
			.then(Mono.defer(() -> this.audit.append(entry(change, cause))));
	}

	private static EventEnvelope<?> envelope(GoalChange change, Cause cause, long seq, List<ReviewComment> said) {
		Goal goal = change.goal();
		return EventEnvelope.of(goal.municipality(), "goal", goal.id(), goal.version(), goal.sheet(), cause.at(),
				cause.mode(), cause.actor(), cause.correlation(), change.event().apply(goal.snapshot(seq, said)));
	}

	private static AuditEntry entry(GoalChange change, Cause cause) {
		Goal goal = change.goal();
		Map<String, String> facts = change.facts();
		return new AuditEntry(goal.municipality(), cause.actor().person(), cause.actor().name(), change.action(),
				"goal", goal.id(), goal.revision(), cause.at(), cause.correlation(), facts);
	}

}
