package jp.meguri.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits for an operator, without its content.
 *
 * @param id the dead letter
 * @param consumer who could not take it
 * @param topic where it came from
 * @param municipality the city, where the record says so
 * @param aggregateType the aggregate, where the record says so
 * @param aggregateId the aggregate, where the record says so
 * @param aggregateVersion the version, where the record says so
 * @param reason why it could not be taken
 * @param parkedAt since when it waits
 */
public record DeadLetter(UUID id, String consumer, String topic, @Nullable UUID municipality,
		@Nullable String aggregateType, @Nullable UUID aggregateId, @Nullable Long aggregateVersion, String reason,
		Instant parkedAt) {
}
