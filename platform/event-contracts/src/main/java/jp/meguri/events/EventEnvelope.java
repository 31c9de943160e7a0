package jp.meguri.events;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way: the CloudEvents attributes (binary mode, Kafka headers
 * {@code ce_*}) and the data.
 *
 * @param <T> the event family
 * @param id UUIDv5 of aggregate and version, so that a re-announcement is the same event
 * @param municipality the city whose event this is
 * @param aggregateType kind of the aggregate, e.g. {@code goal}
 * @param aggregateId the aggregate; the CloudEvents {@code subject}
 * @param aggregateVersion version of the aggregate after the event, from 1 without gaps
 * @param partitionKey Kafka key: municipality for the catalog, sheet id for the others
 * @param time when it happened (business time)
 * @param mode the cycle's mode
 * @param actor who caused it
 * @param correlation the request that caused it, or null
 * @param data what happened
 */
public record EventEnvelope<T extends DomainEvent>(UUID id, UUID municipality, String aggregateType, UUID aggregateId,
		long aggregateVersion, UUID partitionKey, Instant time, CycleMode mode, EventActor actor,
		@Nullable String correlation, T data) {

	private static final UUID NAMESPACE = UUID.fromString("3f6c1c58-6a0e-5c54-9e0e-0d6f3a5b8c11");

	private static final NameBasedGenerator IDS = Generators.nameBasedGenerator(NAMESPACE);

	/**
	 * The id every announcement of this version of this aggregate has.
	 */
	public static UUID idOf(UUID aggregateId, long aggregateVersion) {
		synchronized (IDS) {
			return IDS.generate(aggregateId + "/" + aggregateVersion);
		}
	}

	public static <T extends DomainEvent> EventEnvelope<T> of(UUID municipality, String aggregateType, UUID aggregateId,
			long aggregateVersion, UUID partitionKey, Instant time, CycleMode mode, EventActor actor,
			@Nullable String correlation, T data) {
		return new EventEnvelope<>(idOf(aggregateId, aggregateVersion), municipality, aggregateType, aggregateId,
				aggregateVersion, partitionKey, time, mode, actor, correlation, data);
	}

}
