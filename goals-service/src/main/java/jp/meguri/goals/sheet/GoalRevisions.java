package jp.meguri.goals.sheet;

import java.util.List;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.GoalContent;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.review.ContentHistory;
import jp.meguri.review.KeptContent;
import jp.meguri.review.Occasion;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The kept versions of a goal. Who sees only what was confirmed, sees only the versions
 * that were.
 */
@Component
class GoalRevisions {

	private final GoalAccess access;

	private final CityTransaction transaction;

	private final GoalRepository goals;

	private final ContentHistory history;

	GoalRevisions(GoalAccess access, CityTransaction transaction, GoalRepository goals, ContentHistory history) {
		this.access = access;
		this.transaction = transaction;
		this.goals = goals;
		this.history = history;
	}

	Mono<List<RevisionView>> of(Actor actor, UUID id) {
		return this.transaction.in(actor.municipality(), visible(actor, id).flatMap((goal) -> kept(actor, goal))
			.map((kept) -> kept.stream().map(RevisionView::of).toList()));
	}

	Mono<GoalContent> content(Actor actor, UUID id, long revision) {
		return this.transaction.in(actor.municipality(),
				visible(actor, id).flatMap((goal) -> content(actor, goal, revision))
					.switchIfEmpty(Mono.error(Problems::notFound)));
	}

	private Mono<GoalContent> content(Actor actor, Goal goal, long revision) {
		if (goal.revision() == revision) {
			return Mono.just(goal.content());
		}
		return kept(actor, goal).filter((all) -> all.stream().anyMatch((kept) -> kept.revision() == revision))
			.flatMap((all) -> this.history.content(goal.municipality(), goal.id(), revision, GoalContent.class));
	}

	private Mono<List<KeptContent>> kept(Actor actor, Goal goal) {
		return this.access.of(actor, goal.fiscalYear(), goal.ownerUnit())
			.map((circumstances) -> circumstances.isInvolved(goal.state(), goal.namedUnits()))
			.flatMap((involved) -> this.history.of(goal.municipality(), goal.id())
				.map((all) -> all.stream()
					.filter((kept) -> involved || kept.occasion() == Occasion.CONFIRMED)
					.toList()));
	}

	private Mono<Goal> visible(Actor actor, UUID id) {
		return this.goals.visibleTo(actor, id).switchIfEmpty(Mono.error(Problems::notFound));
	}

}
