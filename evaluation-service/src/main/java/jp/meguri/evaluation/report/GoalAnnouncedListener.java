package jp.meguri.evaluation.report;

import jp.meguri.evaluation.goal.CycleCopies;
import jp.meguri.evaluation.goal.GoalCopies;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.events.goals.GoalSnapshot;
import jp.meguri.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps the goal and, once it is confirmed, opens its reports.
 */
@Component
class GoalAnnouncedListener implements EventHandler<GoalEvent> {

	private final GoalCopies goals;

	private final CycleCopies cycles;

	private final ReportOpening opening;

	GoalAnnouncedListener(GoalCopies goals, CycleCopies cycles, ReportOpening opening) {
		this.goals = goals;
		this.cycles = cycles;
		this.opening = opening;
	}

	@Override
	public String name() {
		return "goal-copy";
	}

	@Override
	public String topic() {
		return Topics.GOALS;
	}

	@Override
	public Class<GoalEvent> family() {
		return GoalEvent.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<GoalEvent> event) {
		GoalSnapshot goal = event.data().goal();
		if (event.data() instanceof GoalEvent.Deleted) {
			return this.goals.delete(event.municipality(), goal.id());
		}
		return this.cycles.lock(event.municipality(), goal.fiscalYear())
			.then(this.goals.keep(event.municipality(), goal, event.mode()))
			.then(open(event, goal));
	}

	// Where the cycle is not known yet, CycleAnnouncedListener opens the report later.
	private Mono<Void> open(EventEnvelope<GoalEvent> event, GoalSnapshot goal) {
		return this.goals.find(event.municipality(), goal.id())
			.flatMap((copy) -> this.cycles.rounds(event.municipality(), goal.fiscalYear())
				.flatMap((rounds) -> this.opening.open(copy, rounds, event)));
	}

}
