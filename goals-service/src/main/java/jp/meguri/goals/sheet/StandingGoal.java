package jp.meguri.goals.sheet;

import java.util.UUID;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.review.Can;

/**
 * A goal as it stands on its sheet, for those who want to change several at once.
 *
 * @param edit whether the reader may edit it now, and why not
 */
public record StandingGoal(UUID id, UUID sheet, GoalKind kind, int number, long revision, GoalContent content,
		Can edit) {
}
