package jp.meguri.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator watches. The age grows while the relay waits for the broker.
 */
final class OutboxMetrics {

	private final Counter sent;

	private final MeterRegistry registry;

	private volatile @Nullable Instant oldestUnpublished;

	private volatile long parked;

	private volatile long deadLetters;

	OutboxMetrics(MeterRegistry registry) {
		this.registry = registry;
		this.sent = registry.counter("outbox.sent");
		Gauge.builder("outbox.oldest.unpublished.seconds", this, OutboxMetrics::age).register(registry);
		Gauge.builder("outbox.parked.aggregates", this, (metrics) -> metrics.parked).register(registry);
		Gauge.builder("inbox.parked.records", this, (metrics) -> metrics.deadLetters).register(registry);
	}

	void sent(int events) {
		this.sent.increment(events);
	}

	void oldestUnpublished(@Nullable Instant createdAt) {
		this.oldestUnpublished = createdAt;
	}

	void parked(long aggregates) {
		this.parked = aggregates;
	}

	void deadLetters(long records) {
		this.deadLetters = records;
	}

	/** Another process tells now. */
	void notOurs() {
		this.oldestUnpublished = null;
		this.parked = 0;
		this.deadLetters = 0;
	}

	/** What became of a record at a consumer. */
	void received(String consumer, String outcome) {
		this.registry.counter("inbox.events", "consumer", consumer, "outcome", outcome).increment();
	}

	private double age() {
		Instant oldest = this.oldestUnpublished;
		return (oldest != null) ? Math.max(0, Duration.between(oldest, Instant.now()).toMillis() / 1000.0) : 0;
	}

}
