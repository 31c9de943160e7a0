package jp.meguri.outbox;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.trace.Traces;
import org.slf4j.MDC;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Writes one row per event it takes. */
class EffectHandler implements EventHandler<CatalogEvent> {

	final AtomicInteger transientFailures = new AtomicInteger();

	volatile boolean curesPoison;

	/** By thing: the trace in the context, and the one log lines would name. */
	final Map<UUID, String> traces = new ConcurrentHashMap<>();

	private final DatabaseClient database;

	private final Traces running;

	EffectHandler(DatabaseClient database, Traces running) {
		this.running = running;
		this.database = database;
	}

	@Override
	public String name() {
		return "effects";
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
		return Mono.deferContextual((context) -> {
			this.traces.put(event.aggregateId(), this.running.id(context) + " " + MDC.get("traceId"));
			return write(event.municipality(), event.aggregateId(), event.aggregateVersion());
		}).then(Mono.defer(() -> failWhereAsked(event)));
	}

	// After the write: what failed must leave nothing.
	private Mono<Void> failWhereAsked(EventEnvelope<CatalogEvent> event) {
		if (Events.isPoison(event) && !this.curesPoison) {
			return Mono.error(new IllegalArgumentException("poison"));
		}
		if (this.transientFailures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			return Mono.error(new TransientDataAccessResourceException("not now"));
		}
		return Mono.empty();
	}

	private Mono<Void> write(UUID municipality, UUID aggregate, long version) {
		return this.database.sql("insert into effect (municipality, aggregate_id, version) values ($1, $2, $3)")
			.bind(0, municipality)
			.bind(1, aggregate)
			.bind(2, version)
			.then();
	}

}
