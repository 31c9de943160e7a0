package jp.meguri.evaluation.report;

import jp.meguri.evaluation.goal.CycleCopies;
import jp.meguri.evaluation.goal.CycleCopies.Rounds;
import jp.meguri.evaluation.goal.GoalCopies;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens the reports of goals that were confirmed before their cycle was known, or before
 * a round was taken into use.
 */
@Component
class CycleAnnouncedListener implements EventHandler<CatalogEvent> {

	private final GoalCopies goals;

	private final CycleCopies cycles;

	private final ReportOpening opening;

	CycleAnnouncedListener(GoalCopies goals, CycleCopies cycles, ReportOpening opening) {
		this.goals = goals;
		this.cycles = cycles;
		this.opening = opening;
	}

	@Override
	public String name() {
		return "cycle-copy";
	}

	@Override
	public String topic() {
		return Topics.CATALOG;
	}

	@Override
	public Class<CatalogEvent> family() {
		return CatalogEvent.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<CatalogEvent> event) {
		return (event.data() instanceof CycleChanged cycle) ? keep(event, cycle) : Mono.empty();
	}

	private Mono<Void> keep(EventEnvelope<CatalogEvent> event, CycleChanged cycle) {
		return this.cycles.lock(event.municipality(), cycle.fiscalYear())
			.then(this.cycles.keep(event.municipality(), cycle))
			.then(this.goals.reportedIn(event.municipality(), cycle.fiscalYear()))
			.flatMapMany(Flux::fromIterable)
			.concatMap((goal) -> this.opening.open(goal, new Rounds(cycle.mode(), cycle.rounds()), event))
			.then();
	}

}
