package jp.meguri.goals.sheet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.directory.WindowStatus;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.events.goals.GoalSnapshot;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.review.ContentHistory;
import jp.meguri.review.NamedItem;
import jp.meguri.review.Occasion;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.WorkingCopies;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The steps of the route: 提出, 取り下げ, 承認, 差戻し, 確定. Each is taken for a set of goals of one
 * sheet in the revisions that were read, in one transaction: all of them or none.
 */
@Component
class GoalRoute {

	private final GoalAccess access;

	private final CityTransaction transaction;

	private final SheetRepository sheets;

	private final GoalRepository goals;

	private final GoalStore store;

	private final Completeness completeness;

	private final Remarks remarks;

	private final ContentHistory history;

	private final WorkingCopies copies;

	GoalRoute(GoalAccess access, CityTransaction transaction, SheetRepository sheets, GoalRepository goals,
			GoalStore store, Completeness completeness, Remarks remarks, ContentHistory history, WorkingCopies copies) {
		this.access = access;
		this.transaction = transaction;
		this.sheets = sheets;
		this.goals = goals;
		this.store = store;
		this.completeness = completeness;
		this.remarks = remarks;
		this.history = history;
		this.copies = copies;
	}

	/** Takes a step for every named goal. */
	Mono<Void> take(Step step, Actor actor, SheetAddress address, List<NamedItem> items) {
		return read(actor, address, items, (reading) -> {
			reading.require((goal) -> step.action());
			Mono<Void> complete = (step == Step.SUBMIT) ? this.completeness.require(reading) : Mono.empty();
			return complete.then(each(reading, (goal, cause) -> take(step, goal, reading, cause)));
		});
	}

	/** 承認; where a correction is given, 修正して承認. */
	Mono<Void> approve(Actor actor, SheetAddress address, List<NamedItem> items, Map<UUID, GoalContent> corrections) {
		return read(actor, address, items, (reading) -> {
			reading.require((goal) -> corrections.containsKey(goal.id()) ? ReviewAction.CORRECT_AND_APPROVE
					: ReviewAction.APPROVE);
			return this.completeness.requireOf(reading, corrections)
				.then(each(reading, (goal, cause) -> approve(goal, corrections.get(goal.id()), reading, cause)));
		});
	}

	/** 差戻し, with everything that was said on this reading. */
	Mono<Void> giveBack(Actor actor, SheetAddress address, List<NamedItem> items, List<Remark> said) {
		return read(actor, address, items, (reading) -> {
			reading.require((goal) -> ReviewAction.RETURN);
			return this.remarks.add(reading, said)
				.then(each(reading, (goal, cause) -> take(Step.RETURN, goal, reading, cause)));
		});
	}

	private Mono<Void> read(Actor actor, SheetAddress address, List<NamedItem> items,
			Function<Reading, Mono<Void>> work) {
		Mono<Circumstances> found = address.ofPlan() ? this.access.onPlan(actor, address.fiscalYear())
				: this.access.on(actor, address.fiscalYear(), address.owner());
		Mono<Void> all = found
			.flatMap((circumstances) -> this.sheets.lock(actor.municipality(), address)
				.flatMap((sheet) -> this.goals.visibleTo(actor, address))
				.switchIfEmpty(Mono.error(Problems::notFound))
				.map((visible) -> Reading.of(circumstances, items, visible)))
			.flatMap(work);
		return this.transaction.in(actor.municipality(), all);
	}

	private Mono<Void> take(Step step, Goal goal, Reading reading, Cause cause) {
		WindowStatus window = reading.of(goal).window();
		Function<GoalSnapshot, GoalEvent> event = switch (step) {
			case SUBMIT -> (snapshot) -> new GoalEvent.Submitted(snapshot, window.window(), window.revision());
			case WITHDRAW -> GoalEvent.Withdrawn::new;
			case APPROVE -> (snapshot) -> new GoalEvent.Approved(snapshot, false, goal.content());
			case RETURN -> GoalEvent.Returned::new;
			case CONFIRM -> GoalEvent.Confirmed::new;
		};
		Map<String, String> facts = (step == Step.SUBMIT) ? Map.of("windowRevision", Long.toString(window.revision()))
				: Map.of();
		var change = new GoalChange(goal.after(step), "goal." + step.action().key(), event, false, facts);
		return keep(goal, step.occasion(), reading).then(this.store.store(change, cause)).then();
	}

	private Mono<Void> approve(Goal goal, @Nullable GoalContent correction, Reading reading, Cause cause) {
		if (correction == null || correction.equals(goal.content())) {
			return take(Step.APPROVE, goal, reading, cause);
		}
		Actor head = reading.circumstances().actor();
		Goal corrected = goal.corrected(correction, head);
		return keep(goal, Occasion.BEFORE_CORRECTION, reading).then(keep(corrected, Occasion.APPROVED, reading))
			.then(this.store.store(GoalChange.corrected(corrected, goal.content()), cause))
			.then(this.copies.drop(head, goal.id()));
	}

	private Mono<Void> keep(Goal goal, @Nullable Occasion occasion, Reading reading) {
		if (occasion == null) {
			return Mono.empty();
		}
		Circumstances circumstances = reading.circumstances();
		return this.history.keep(circumstances.actor(), goal.id(), goal.revision(), occasion, goal.content(),
				circumstances.now());
	}

	private static Mono<Void> each(Reading reading, Work work) {
		return Cause.of(reading.circumstances())
			.flatMap((cause) -> Flux.fromIterable(reading.goals()).concatMap((goal) -> work.on(goal, cause)).then());
	}

	private interface Work {

		Mono<Void> on(Goal goal, Cause cause);

	}

}
