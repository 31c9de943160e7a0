package jp.meguri.catalog.change;

import java.util.Map;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.catalog.CatalogEvent;

/**
 * A change that has just been written.
 *
 * @param aggregate kind of the aggregate, e.g. {@code unit}
 * @param action what was done, e.g. {@code unit.create}
 * @param facts what the audit trail should know besides, e.g. a reason
 */
public record Change(UUID municipality, EventActor actor, String aggregate, String action,
		Versioned<? extends CatalogEvent> result, CycleMode mode, Map<String, String> facts) {

	public Change {
		facts = Map.copyOf(facts);
	}

	public Change(UUID municipality, EventActor actor, String aggregate, String action,
			Versioned<? extends CatalogEvent> result) {
		this(municipality, actor, aggregate, action, result, CycleMode.LIVE, Map.of());
	}

}
