package jp.meguri.evaluation.goal;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the plans' names. */
@Component
class PlanEditionListener implements EventHandler<CatalogEvent> {

	private final PlanNames names;

	PlanEditionListener(PlanNames names) {
		this.names = names;
	}

	@Override
	public String name() {
		return "plan-name-copy";
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
		return (event.data() instanceof PlanEditionChanged edition) ? this.names.keep(event.municipality(), edition)
				: Mono.empty();
	}

}
