package jp.meguri.events.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

	/**
	 * @param matches what was offered and is there already: nothing was created for it,
	 * and whoever named the offered id means the other
	 */
	record PartApplied(UUID importId, int part, List<Match> matches) implements ImportAnswer {

		public PartApplied {
			matches = (matches != null) ? List.copyOf(matches) : List.of();
		}

		/** Everything was new. */
		public PartApplied(UUID importId, int part) {
			this(importId, part, List.of());
		}

	}

	/**
	 * @param offered the id the import had chosen
	 * @param present the id of what is the same: an edition, one of its nodes, a grading
	 * scheme, or a unit
	 */
	record Match(UUID offered, UUID present) {
	}

	/** {@code reasonKey} is a message key such as {@code import.goal-unknown}. */
	record PartRefused(UUID importId, int part, String reasonKey) implements ImportAnswer {
	}

}
