package jp.meguri.catalog.change;

import java.util.Map;
import java.util.UUID;
import jp.meguri.audit.AuditEntry;
import jp.meguri.audit.AuditTrail;
import jp.meguri.database.CityTransaction;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent;
import jp.meguri.outbox.Outbox;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Correlation;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Announces a change and enters it into the audit trail, in the transaction that makes
 * it.
 */
@Component
public final class Changes {

	private final CityTransaction transaction;

	private final DatabaseClient client;

	private final Outbox outbox;

	private final AuditTrail audit;

	private final BusinessClock clock;

	Changes(CityTransaction transaction, DatabaseClient client, Outbox outbox, AuditTrail audit, BusinessClock clock) {
		this.transaction = transaction;
		this.client = client;
		this.outbox = outbox;
		this.audit = audit;
		this.clock = clock;
	}

	/** The table of the aggregates of one kind. */
	public <T> Documents<T> documents(String table, Class<T> type) {
		return new Documents<>(this.transaction, this.client, table, type);
	}

	/** Reads, decides and writes in one transaction of the city. */
	public <T> Mono<T> in(UUID municipality, Mono<T> work) {
		return this.transaction.in(municipality, work);
	}

	public Mono<Void> announce(Change change) {
		return Correlation.with((correlation) -> this.outbox.append(envelope(change, correlation), Topics.CATALOG)
			.then(this.audit.append(entry(change, correlation))));
	}

	/** For what no event tells of: the audit trail alone. */
	public Mono<Void> enter(UUID municipality, EventActor actor, String aggregate, String action, Versioned<?> result) {
		return Correlation
			.with((correlation) -> this.audit.append(new AuditEntry(municipality, actor.person(), actor.name(), action,
					aggregate, result.id(), result.revision(), this.clock.now(), correlation, Map.of())));
	}

	private EventEnvelope<CatalogEvent> envelope(Change change, @Nullable String correlation) {
		Versioned<? extends CatalogEvent> result = change.result();
		return EventEnvelope.of(change.municipality(), change.aggregate(), result.id(), result.revision(),
				change.municipality(), this.clock.now(), change.mode(), change.actor(), correlation, result.state());
	}

	private AuditEntry entry(Change change, @Nullable String correlation) {
		return new AuditEntry(change.municipality(), change.actor().person(), change.actor().name(), change.action(),
				change.aggregate(), change.result().id(), change.result().revision(), this.clock.now(), correlation,
				change.facts());
	}

}
