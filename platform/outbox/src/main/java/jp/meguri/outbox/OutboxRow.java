package jp.meguri.outbox;

import java.time.Instant;
import java.util.UUID;
import jp.meguri.events.wire.WireEvent;

/**
 * An event that is not sent yet.
 */
record OutboxRow(long seq, String aggregateType, UUID aggregateId, String topic, WireEvent event, Instant createdAt,
		int attempts) {

	Aggregate aggregate() {
		return new Aggregate(this.aggregateType, this.aggregateId);
	}

	/** What an order is promised for. */
	record Aggregate(String type, UUID id) {
	}

}
