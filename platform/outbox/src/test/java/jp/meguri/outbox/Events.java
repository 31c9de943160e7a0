package jp.meguri.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.catalog.CatalogEvent;

/** Events of things; a thing's key is the thing. */
final class Events {

	static final UUID CITY = UUID.fromString("018f0000-0000-7000-8000-000000000001");

	private static final String POISON = "poison";

	private Events() {
	}

	static EventEnvelope<CatalogEvent> event(UUID thing, long version) {
		return event(thing, version, "なぎさ市");
	}

	static EventEnvelope<CatalogEvent> poison(UUID thing, long version) {
		return event(thing, version, POISON);
	}

	static EventEnvelope<CatalogEvent> event(UUID thing, long version, String name) {
		return EventEnvelope.of(CITY, "thing", thing, version, thing, Instant.now(), CycleMode.LIVE, EventActor.SYSTEM,
				null, new CatalogEvent.MunicipalityChanged(thing, "nagisa", name, false, List.of()));
	}

	static boolean isPoison(EventEnvelope<CatalogEvent> event) {
		return event.data() instanceof CatalogEvent.MunicipalityChanged city && city.name().equals(POISON);
	}

}
