package jp.meguri.outbox;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.events.wire.WireEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/**
 * Rows of records no consumer could take.
 */
final class DeadLetterStore {

	private final DatabaseClient worker;

	private final OutboxHeaders headers;

	DeadLetterStore(DatabaseClient worker, OutboxHeaders headers) {
		this.worker = worker;
		this.headers = headers;
	}

	/** What is needed to try again. */
	record Retry(String consumer, WireEvent event) {
	}

	Mono<Void> add(String consumer, ReceivedRecord received, String reason) {
		GenericExecuteSpec insert = this.worker.sql("""
				insert into inbox_parked (id, consumer, topic, topic_partition, topic_offset, municipality,
				    aggregate_type, aggregate_id, aggregate_version, record_key, headers, payload, reason)
				values (:id, :consumer, :topic, :partition, :offset, :municipality,
				    :type, :aggregate, :version, :key, :headers::jsonb, :payload, :reason)
				on conflict (consumer, topic, topic_partition, topic_offset) do nothing
				""")
			.bind("id", Ids.next())
			.bind("consumer", consumer)
			.bind("topic", received.topic())
			.bind("partition", received.partition())
			.bind("offset", received.offset())
			.bind("key", withoutNul(received.event().key()))
			.bind("headers", this.headers.write(received.event().headers()).replace("\\u0000", ""))
			.bind("payload", received.value())
			.bind("reason", reason);
		insert = bind(insert, "municipality", received.uuid("ce_municipality"), UUID.class);
		insert = bind(insert, "aggregate", received.uuid("ce_subject"), UUID.class);
		insert = bind(insert, "version", received.number("ce_aggregateversion"), Long.class);
		insert = bind(insert, "type", received.event().headers().get("ce_aggregatetype"), String.class);
		return insert.then();
	}

	Mono<List<DeadLetter>> open(int limit) {
		return this.worker.sql("""
				select id, consumer, topic, municipality, aggregate_type, aggregate_id, aggregate_version, reason,
				       parked_at
				from inbox_parked where resolved_at is null order by parked_at, id limit $1
				""").bind(0, limit).map(DeadLetterStore::view).all().collectList();
	}

	Mono<Retry> retry(UUID id) {
		return this.worker.sql("""
				select consumer, headers::text as headers, record_key, payload
				from inbox_parked where id = $1 and resolved_at is null
				""").bind(0, id).map(this::retry).one();
	}

	Mono<Void> resolve(UUID id, String resolution) {
		return this.worker.sql("""
				update inbox_parked set resolved_at = clock_timestamp(), resolution = $2
				where id = $1 and resolved_at is null
				""").bind(0, id).bind(1, resolution).then();
	}

	private Retry retry(Readable row) {
		byte[] payload = required(row, "payload", byte[].class);
		return new Retry(required(row, "consumer", String.class),
				new WireEvent(this.headers.read(required(row, "headers", String.class)),
						required(row, "record_key", String.class), new String(payload, StandardCharsets.UTF_8)));
	}

	private static DeadLetter view(Readable row) {
		return new DeadLetter(required(row, "id", UUID.class), required(row, "consumer", String.class),
				required(row, "topic", String.class), row.get("municipality", UUID.class),
				row.get("aggregate_type", String.class), row.get("aggregate_id", UUID.class),
				row.get("aggregate_version", Long.class), required(row, "reason", String.class),
				required(row, "parked_at", Instant.class));
	}

	private static <T> T required(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type));
	}

	private static <T> GenericExecuteSpec bind(GenericExecuteSpec statement, String name, @Nullable T value,
			Class<T> type) {
		return (value != null) ? statement.bind(name, value) : statement.bindNull(name, type);
	}

	// A forged record may hold what a text column cannot.
	private static String withoutNul(String text) {
		return text.replace("\0", "");
	}

}
