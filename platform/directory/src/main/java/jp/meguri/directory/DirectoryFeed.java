package jp.meguri.directory;

import java.util.UUID;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.Heartbeat;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.outbox.EventHandler;
import reactor.core.publisher.Mono;

/**
 * Keeps the copy up to date from the catalog's events. Plans and grading schemes are none
 * of its business.
 */
final class DirectoryFeed implements EventHandler<CatalogEvent> {

	private final DirectoryRepository repository;

	DirectoryFeed(DirectoryRepository repository) {
		this.repository = repository;
	}

	@Override
	public String name() {
		return "directory";
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
		CatalogEvent data = event.data();
		if (data instanceof MunicipalityChanged changed) {
			return this.repository.keep("directory_municipality", municipality, changed.id(), changed);
		}
		if (data instanceof UnitChanged changed) {
			return this.repository.keep("directory_unit", municipality, changed.id(), changed);
		}
		if (data instanceof PersonChanged changed) {
			return this.repository.keep("directory_person", municipality, changed.id(), changed);
		}
		if (data instanceof CycleChanged changed) {
			return this.repository.keep("directory_cycle", municipality, changed.id(), changed);
		}
		if (data instanceof Heartbeat heartbeat) {
			return this.repository.heard(municipality, heartbeat.at());
		}
		return Mono.empty();
	}

}
