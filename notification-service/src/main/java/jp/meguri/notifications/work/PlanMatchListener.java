package jp.meguri.notifications.work;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ImportAnswer;
import jp.meguri.events.evaluation.ImportAnswer.PartApplied;
import jp.meguri.outbox.EventHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A plan that an import offered and the catalog had already: the sheet's id of it gets
 * the same name. The catalog has announced the plan on this topic before.
 */
@Component
class PlanMatchListener implements EventHandler<ImportAnswer> {

	private final WorkItemRepository items;

	PlanMatchListener(@Qualifier("worker") WorkItemRepository items) {
		this.items = items;
	}

	@Override
	public String name() {
		return "notifications.plan-matches";
	}

	@Override
	public String topic() {
		return Topics.CATALOG;
	}

	@Override
	public Class<ImportAnswer> family() {
		return ImportAnswer.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<ImportAnswer> event) {
		return (event.data() instanceof PartApplied applied) ? Flux.fromIterable(applied.matches())
			.concatMap((match) -> this.items.copyPlanName(event.municipality(), match.present(), match.offered()))
			.then() : Mono.empty();
	}

}
