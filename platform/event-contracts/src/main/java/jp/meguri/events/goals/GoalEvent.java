package jp.meguri.events.goals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import jp.meguri.events.DomainEvent;
import jp.meguri.events.content.GoalContent;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a goal. Every event carries the goal as it stands afterwards.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({ @JsonSubTypes.Type(value = GoalEvent.Drafted.class, name = "Drafted"),
		@JsonSubTypes.Type(value = GoalEvent.Edited.class, name = "Edited"),
		@JsonSubTypes.Type(value = GoalEvent.Deleted.class, name = "Deleted"),
		@JsonSubTypes.Type(value = GoalEvent.Commented.class, name = "Commented"),
		@JsonSubTypes.Type(value = GoalEvent.Submitted.class, name = "Submitted"),
		@JsonSubTypes.Type(value = GoalEvent.Withdrawn.class, name = "Withdrawn"),
		@JsonSubTypes.Type(value = GoalEvent.Approved.class, name = "Approved"),
		@JsonSubTypes.Type(value = GoalEvent.Returned.class, name = "Returned"),
		@JsonSubTypes.Type(value = GoalEvent.Confirmed.class, name = "Confirmed"),
		@JsonSubTypes.Type(value = GoalEvent.Published.class, name = "Published") })
public sealed interface GoalEvent extends DomainEvent {

	GoalSnapshot goal();

	record Drafted(GoalSnapshot goal) implements GoalEvent {
	}

	record Edited(GoalSnapshot goal) implements GoalEvent {
	}

	record Deleted(GoalSnapshot goal) implements GoalEvent {
	}

	record Commented(GoalSnapshot goal) implements GoalEvent {
	}

	/**
	 * 提出; {@code windowRevision} is the revision of the window it was judged by. The
	 * window is null where goals may be written at any time (back-loading).
	 */
	record Submitted(GoalSnapshot goal, @Nullable UUID window, long windowRevision) implements GoalEvent {
	}

	record Withdrawn(GoalSnapshot goal) implements GoalEvent {
	}

	/**
	 * 承認, or 修正して承認.
	 *
	 * @param corrected whether the head corrected the content while approving
	 * @param before the content before the correction (equal to the goal's where none)
	 */
	record Approved(GoalSnapshot goal, boolean corrected, GoalContent before) implements GoalEvent {
	}

	/** 差戻し, with the comments of this reading in the snapshot. */
	record Returned(GoalSnapshot goal) implements GoalEvent {
	}

	record Confirmed(GoalSnapshot goal) implements GoalEvent {
	}

	/** A release that names the goal was published or withdrawn. */
	record Published(GoalSnapshot goal) implements GoalEvent {
	}

}
