package jp.meguri.notifications.deadline;

import java.util.UUID;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.outbox.EventHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Derives the deadlines anew whenever a cycle or a unit changes, in whatever order they
 * become known.
 */
@Component
class CycleListener implements EventHandler<CatalogEvent> {

	private final DeadlineRepository deadlines;

	CycleListener(@Qualifier("worker") DeadlineRepository deadlines) {
		this.deadlines = deadlines;
	}

	@Override
	public String name() {
		return "notifications.deadlines";
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
		UUID municipality = event.municipality();
		if (event.data() instanceof CatalogEvent.CycleChanged cycle) {
			return this.deadlines.save(municipality, cycle).then(derive(municipality));
		}
		if (event.data() instanceof CatalogEvent.UnitChanged unit) {
			return this.deadlines.save(municipality, unit).then(derive(municipality));
		}
		return Mono.empty();
	}

	private Mono<Void> derive(UUID municipality) {
		return this.deadlines.cycles(municipality)
			.zipWhen((cycles) -> this.deadlines.units(municipality))
			.map((known) -> Derivation.deadlines(municipality, known.getT1(), known.getT2()))
			.flatMap((derived) -> this.deadlines.replace(municipality, derived));
	}

}
