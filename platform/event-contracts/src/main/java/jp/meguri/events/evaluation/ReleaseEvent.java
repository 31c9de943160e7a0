package jp.meguri.events.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a release (公表).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({ @JsonSubTypes.Type(value = ReleaseEvent.Scheduled.class, name = "Scheduled"),
		@JsonSubTypes.Type(value = ReleaseEvent.Published.class, name = "Published"),
		@JsonSubTypes.Type(value = ReleaseEvent.Withdrawn.class, name = "Withdrawn") })
public sealed interface ReleaseEvent extends DomainEvent {

	Release release();

	record Scheduled(Release release) implements ReleaseEvent {
	}

	record Published(Release release) implements ReleaseEvent {
	}

	record Withdrawn(Release release, String reason) implements ReleaseEvent {
	}

	/** 当初公表 or 実績公表. */
	enum Kind {

		INITIAL, FINAL

	}

	/**
	 * A release and exactly what it shows.
	 *
	 * @param id the release
	 * @param edition 1 for the first, counted up by each correction (訂正版)
	 * @param sha256 hash of the canonical document
	 * @param publishAt when it becomes (or became) public
	 */
	record Release(UUID id, UUID sheet, UUID ownerUnit, int fiscalYear, Kind kind, int edition, String sha256,
			LocalDate decisionDate, String documentNumber, Instant publishAt, List<Item> items) {
	}

	/**
	 * @param goal a goal that is shown
	 * @param goalRevision its revision
	 * @param report the report shown beside it, or null in an initial release
	 * @param reportRevision the report's revision, or null
	 */
	record Item(UUID goal, long goalRevision, @Nullable UUID report, @Nullable Long reportRevision) {
	}

}
