package jp.meguri.events.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import jp.meguri.events.DomainEvent;

/**
 * What became of a part of an import that goals-service offered.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({ @JsonSubTypes.Type(value = ImportAnswer.PartApplied.class, name = "PartApplied"),
		@JsonSubTypes.Type(value = ImportAnswer.PartRefused.class, name = "PartRefused") })
public sealed interface ImportAnswer extends DomainEvent {

	UUID importId();

	int part();

	record PartApplied(UUID importId, int part) implements ImportAnswer {
	}

	/** {@code reasonKey} is a message key such as {@code import.goal-unknown}. */
	record PartRefused(UUID importId, int part, String reasonKey) implements ImportAnswer {
	}

}
