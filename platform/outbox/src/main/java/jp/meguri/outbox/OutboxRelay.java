package jp.meguri.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import jp.meguri.database.lease.Lease;
import jp.meguri.database.lease.LeasedLoop;
import jp.meguri.outbox.OutboxRow.Aggregate;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what stands in the outbox, in its order, and marks it once the broker has it. A
 * crash in between sends it twice; the inbox of the receiver takes it once.
 */
final class OutboxRelay implements LeasedLoop.Step {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Duration CLEAN_EVERY = Duration.ofMinutes(1);

	private final OutboxStore store;

	private final OutboxProducer producer;

	private final OutboxProperties settings;

	private final OutboxMetrics metrics;

	private Instant cleanNext = Instant.MIN;

	OutboxRelay(OutboxStore store, OutboxProducer producer, OutboxProperties settings, OutboxMetrics metrics) {
		this.store = store;
		this.producer = producer;
		this.settings = settings;
		this.metrics = metrics;
	}

	private record Sent(OutboxRow row, Future<RecordMetadata> answer) {
	}

	// Runs on the relay's own thread: blocking is what it is for.
	@Override
	public boolean run(Lease lease) throws InterruptedException {
		clean();
		List<OutboxRow> rows = this.store.unpublished(this.settings.batchSize()).blockOptional(LIMIT).orElseThrow();
		this.metrics.oldestUnpublished(rows.isEmpty() ? null : rows.get(0).createdAt());
		List<Long> acknowledged = acknowledged(send(rows));
		if (!acknowledged.isEmpty()) {
			this.store.markPublished(acknowledged, lease).block(LIMIT);
			this.metrics.sent(acknowledged.size());
		}
		return rows.size() == this.settings.batchSize() && !acknowledged.isEmpty();
	}

	@Override
	public void notOurs() {
		this.metrics.notOurs();
		this.cleanNext = Instant.MIN;
	}

	private List<Sent> send(List<OutboxRow> rows) throws InterruptedException {
		List<Sent> sent = new ArrayList<>(rows.size());
		Set<Aggregate> held = new HashSet<>();
		for (OutboxRow row : rows) {
			if (held.contains(row.aggregate())) {
				continue;
			}
			Sent one = new Sent(row, this.producer.send(row.topic(), row.event().key(), row.event().headers(),
					row.event().json().getBytes(StandardCharsets.UTF_8)));
			sent.add(one);
			Throwable failure = failureOnTheSpot(one);
			if (failure != null && !isRefusal(failure)) {
				// No broker: the rest would wait as long, one after the other.
				break;
			}
			if (failure != null) {
				// Its later events must not overtake it.
				held.add(row.aggregate());
			}
		}
		return sent;
	}

	private List<Long> acknowledged(List<Sent> sent) throws InterruptedException {
		List<Long> acknowledged = new ArrayList<>(sent.size());
		for (Sent one : sent) {
			try {
				one.answer().get();
				acknowledged.add(one.row().seq());
			}
			catch (ExecutionException ex) {
				failed(one.row(), ex.getCause());
			}
		}
		return acknowledged;
	}

	private void failed(OutboxRow row, Throwable cause) {
		if (!isRefusal(cause)) {
			log.warn("Event {} of {} waits: {}", row.seq(), row.topic(), cause.toString());
			return;
		}
		this.store.countAttempt(row).block(LIMIT);
		if (row.attempts() + 1 >= this.settings.attempts()) {
			log.error("{} {} is parked, the broker refuses event {}", row.aggregateType(), row.aggregateId(), row.seq(),
					cause);
			this.store.park(row, cause.getClass().getSimpleName()).block(LIMIT);
		}
	}

	private void clean() {
		if (Instant.now().isAfter(this.cleanNext)) {
			this.store.deletePublished(this.settings.retention()).block(LIMIT);
			this.metrics.parked(this.store.countParked().blockOptional(LIMIT).orElse(0L));
			this.metrics.deadLetters(this.store.countDeadLetters().blockOptional(LIMIT).orElse(0L));
			this.cleanNext = Instant.now().plus(CLEAN_EVERY);
		}
	}

	/** Why the producer did not even take a record; null where it did. */
	private static @Nullable Throwable failureOnTheSpot(Sent sent) throws InterruptedException {
		try {
			if (sent.answer().isDone()) {
				sent.answer().get();
			}
			return null;
		}
		catch (ExecutionException ex) {
			return ex.getCause();
		}
	}

	/** Whether the broker will never take this record, as opposed to not now. */
	private static boolean isRefusal(Throwable cause) {
		return cause instanceof RecordTooLargeException || cause instanceof RecordBatchTooLargeException
				|| cause instanceof SerializationException || cause instanceof InvalidTopicException;
	}

}
