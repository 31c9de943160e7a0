package jp.meguri.outbox;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.database.lease.Lease;
import jp.meguri.events.wire.WireEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The relay's view of the outbox.
 */
final class OutboxStore {

	private final DatabaseClient worker;

	private final OutboxHeaders headers;

	OutboxStore(DatabaseClient worker, OutboxHeaders headers) {
		this.worker = worker;
		this.headers = headers;
	}

	Mono<List<OutboxRow>> unpublished(int limit) {
		return this.worker.sql("""
				select seq, aggregate_type, aggregate_id, topic, record_key, headers::text as headers, payload,
				       created_at, attempts
				from outbox waiting
				where published_at is null
				  and not exists (select from outbox_parked parked
				                  where parked.aggregate_type = waiting.aggregate_type
				                    and parked.aggregate_id = waiting.aggregate_id)
				order by seq
				limit $1
				""").bind(0, limit).map(this::row).all().collectList();
	}

	/** Marks as sent; nothing is marked by a relay that has lost its lease meanwhile. */
	Mono<Long> markPublished(List<Long> sent, Lease lease) {
		return this.worker.sql("""
				update outbox set published_at = clock_timestamp()
				where seq = any($1) and exists (select from lease where name = $2 and epoch = $3)
				""")
			.bind(0, sent.toArray(Long[]::new))
			.bind(1, lease.name())
			.bind(2, lease.epoch())
			.fetch()
			.rowsUpdated();
	}

	Mono<Void> countAttempt(OutboxRow row) {
		return this.worker.sql("update outbox set attempts = attempts + 1 where seq = $1").bind(0, row.seq()).then();
	}

	Mono<Void> park(OutboxRow row, String reason) {
		return this.worker.sql("""
				insert into outbox_parked (aggregate_type, aggregate_id, reason) values ($1, $2, $3)
				on conflict do nothing
				""").bind(0, row.aggregateType()).bind(1, row.aggregateId()).bind(2, reason).then();
	}

	Mono<Long> countParked() {
		return this.worker.sql("select count(*) from outbox_parked").mapValue(Long.class).one();
	}

	Mono<Long> countDeadLetters() {
		return this.worker.sql("select count(*) from inbox_parked where resolved_at is null")
			.mapValue(Long.class)
			.one();
	}

	Mono<Long> deletePublished(Duration olderThan) {
		return this.worker.sql("""
				delete from outbox where published_at < clock_timestamp() - $1 * interval '1 second'
				""").bind(0, olderThan.toSeconds()).fetch().rowsUpdated();
	}

	private OutboxRow row(Readable row) {
		WireEvent event = new WireEvent(this.headers.read(required(row, "headers", String.class)),
				required(row, "record_key", String.class), required(row, "payload", String.class));
		return new OutboxRow(required(row, "seq", Long.class), required(row, "aggregate_type", String.class),
				required(row, "aggregate_id", UUID.class), required(row, "topic", String.class), event,
				required(row, "created_at", Instant.class), required(row, "attempts", Integer.class));
	}

	private static <T> T required(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type));
	}

}
