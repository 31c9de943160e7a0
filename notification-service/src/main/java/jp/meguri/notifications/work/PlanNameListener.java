package jp.meguri.notifications.work;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.outbox.EventHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps the plans' names: work on a plan's sheet is called by the plan.
 */
@Component
class PlanNameListener implements EventHandler<CatalogEvent> {

	private final WorkItemRepository items;

	PlanNameListener(@Qualifier("worker") WorkItemRepository items) {
		this.items = items;
	}

	@Override
	public String name() {
		return "notifications.plans";
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
		return (event.data() instanceof PlanEditionChanged edition)
				? this.items.savePlanName(event.municipality(), edition.id(), edition.planName()) : Mono.empty();
	}

}
