package jp.meguri.outbox;

import java.util.Objects;
import jp.meguri.events.EventEnvelope;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * How far each consumer is with each aggregate.
 */
final class Inbox {

	private final DatabaseClient worker;

	Inbox(DatabaseClient worker) {
		this.worker = worker;
	}

	enum Arrival {

		/** The next version. */
		NEXT,
		/** A newer version, but some in between never came. */
		AFTER_GAP,
		/** This version or a newer one was handled before. */
		DUPLICATE

	}

	/**
	 * Moves the consumer to the event's version, in the running transaction. What was
	 * parked of the aggregate up to here is superseded: events carry the full state.
	 */
	Mono<Arrival> arrive(String consumer, EventEnvelope<?> event) {
		return this.worker.sql("""
				with before as (
				    select aggregate_version from inbox
				    where consumer = $1 and aggregate_type = $2 and aggregate_id = $3
				), moved as (
				    insert into inbox as present (consumer, aggregate_type, aggregate_id, aggregate_version)
				    values ($1, $2, $3, $4)
				    on conflict (consumer, aggregate_type, aggregate_id) do update
				    set aggregate_version = excluded.aggregate_version, handled_at = clock_timestamp()
				    where present.aggregate_version < excluded.aggregate_version
				    returning 1
				), superseded as (
				    update inbox_parked set resolved_at = clock_timestamp(), resolution = 'superseded'
				    where consumer = $1 and aggregate_type = $2 and aggregate_id = $3 and aggregate_version <= $4
				      and resolved_at is null and exists (select from moved)
				)
				select exists (select from moved) as moved,
				       coalesce((select aggregate_version from before), 0) as before
				""")
			.bind(0, consumer)
			.bind(1, event.aggregateType())
			.bind(2, event.aggregateId())
			.bind(3, event.aggregateVersion())
			.map((row) -> arrival(Objects.requireNonNull(row.get("moved", Boolean.class)),
					Objects.requireNonNull(row.get("before", Long.class)), event.aggregateVersion()))
			.one();
	}

	private static Arrival arrival(boolean moved, long before, long version) {
		if (!moved) {
			return Arrival.DUPLICATE;
		}
		return (version == before + 1) ? Arrival.NEXT : Arrival.AFTER_GAP;
	}

}
