package jp.meguri.events.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.meguri.events.DomainEvent;

/**
 * What became of a part of an import that goals-service offered. Announced by the service
 * the part was for, on that service's topic; each answer is an aggregate of its own
 * ({@link #aggregateOf}) at version 1.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({ @JsonSubTypes.Type(value = ImportAnswer.PartApplied.class, name = "PartApplied"),
		@JsonSubTypes.Type(value = ImportAnswer.PartRefused.class, name = "PartRefused") })
public sealed interface ImportAnswer extends DomainEvent {

	UUID importId();

	int part();

	/** The aggregate of the answer to a part: each part is answered once. */
	static UUID aggregateOf(UUID importId, int part) {
		return UUID.nameUUIDFromBytes("%s/%d".formatted(importId, part).getBytes(StandardCharsets.UTF_8));
	}

	record PartApplied(UUID importId, int part) implements ImportAnswer {
	}

	/** {@code reasonKey} is a message key such as {@code import.goal-unknown}. */
	record PartRefused(UUID importId, int part, String reasonKey) implements ImportAnswer {
	}

}
