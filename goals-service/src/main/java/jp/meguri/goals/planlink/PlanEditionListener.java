package jp.meguri.goals.planlink;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the copy of the plans up to date. */
@Component
class PlanEditionListener implements EventHandler<CatalogEvent> {

	private final PlanNodes nodes;

	PlanEditionListener(PlanNodes nodes) {
		this.nodes = nodes;
	}

	@Override
	public String name() {
		return "plan-node-copy";
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
		return (event.data() instanceof PlanEditionChanged edition) ? this.nodes.keep(event.municipality(), edition)
				: Mono.empty();
	}

}
