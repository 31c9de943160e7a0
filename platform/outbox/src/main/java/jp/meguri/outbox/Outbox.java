package jp.meguri.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.wire.EventSerde;
import jp.meguri.events.wire.WireEvent;
import jp.meguri.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * Where a transaction leaves what it has to announce. Update the aggregate first, with
 * its version, then append: the row lock then gives the events of an aggregate one order.
 */
public final class Outbox {

	private final DatabaseClient database;

	private final EventSerde serde;

	private final OutboxHeaders headers;

	private final Traces traces;

	private final Runnable wakeRelay;

	Outbox(DatabaseClient database, EventSerde serde, OutboxHeaders headers, Traces traces, Runnable wakeRelay) {
		this.database = database;
		this.serde = serde;
		this.headers = headers;
		this.traces = traces;
		this.wakeRelay = wakeRelay;
	}

	/**
	 * Appends to the running transaction; without one it is an error, as is an event of
	 * another city or a version that was announced before.
	 */
	public Mono<Void> append(EventEnvelope<?> event, String topic) {
		return TransactionSynchronizationManager.forCurrentTransaction()
			.onErrorMap(NoTransactionException.class, Outbox::noTransaction)
			.filter(TransactionSynchronizationManager::isActualTransactionActive)
			.switchIfEmpty(Mono.error(() -> noTransaction(null)))
			.doOnNext((transaction) -> transaction.registerSynchronization(new WakeAfterCommit(this.wakeRelay)))
			.then(requireCity(event.municipality()))
			.then(Mono.deferContextual((context) -> insert(event, topic, this.traces.parent(context))));
	}

	private Mono<Void> insert(EventEnvelope<?> event, String topic, @Nullable String parent) {
		WireEvent wire = this.serde.encode(event);
		return this.database.sql("""
				insert into outbox (event_id, municipality, aggregate_type, aggregate_id, aggregate_version,
				                    topic, record_key, headers, payload)
				values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)
				""")
			.bind(0, event.id())
			.bind(1, event.municipality())
			.bind(2, event.aggregateType())
			.bind(3, event.aggregateId())
			.bind(4, event.aggregateVersion())
			.bind(5, topic)
			.bind(6, wire.key())
			.bind(7, this.headers.write(headers(wire, parent)))
			.bind(8, wire.json())
			.then();
	}

	/**
	 * The trace goes with the record, not with the event: it is no part of what is
	 * announced.
	 */
	private static Map<String, String> headers(WireEvent wire, @Nullable String parent) {
		Map<String, String> headers = new HashMap<>(wire.headers());
		if (parent != null) {
			headers.put(Traces.PARENT, parent);
		}
		return headers;
	}

	private static Mono<Void> requireCity(UUID municipality) {
		return CityTransaction.current()
			.filter((running) -> !running.equals(municipality))
			.flatMap((foreign) -> Mono.error(new IllegalStateException("The event belongs to another city")));
	}

	private static IllegalTransactionStateException noTransaction(@Nullable Throwable cause) {
		return new IllegalTransactionStateException("An event is announced by the transaction that made it", cause);
	}

	/** One per transaction is enough, however many events it appends. */
	private record WakeAfterCommit(Runnable wake) implements TransactionSynchronization {

		@Override
		public Mono<Void> afterCommit() {
			return Mono.fromRunnable(this.wake);
		}

	}

}
