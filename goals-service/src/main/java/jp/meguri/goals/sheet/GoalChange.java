package jp.meguri.goals.sheet;

import java.util.Map;
import java.util.function.Function;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.events.goals.GoalSnapshot;

/**
 * The goal after something happened to it, and how that is announced and recorded.
 *
 * @param action name in the audit trail
 * @param event makes the announcement of the stored goal
 * @param rewritten whether the content is another one
 * @param facts further facts for the audit trail
 */
record GoalChange(Goal goal, String action, Function<GoalSnapshot, GoalEvent> event, boolean rewritten,
		Map<String, String> facts) {

	static GoalChange drafted(Goal goal) {
		return new GoalChange(goal, "goal.create", GoalEvent.Drafted::new, true, Map.of());
	}

	static GoalChange edited(Goal goal) {
		return new GoalChange(goal, "goal.edit", GoalEvent.Edited::new, true, Map.of());
	}

	static GoalChange moved(Goal goal) {
		return new GoalChange(goal, "goal.order", GoalEvent.Edited::new, false,
				Map.of("number", Integer.toString(goal.number())));
	}

	static GoalChange deleted(Goal goal) {
		return new GoalChange(goal, "goal.delete", GoalEvent.Deleted::new, false, Map.of());
	}

	static GoalChange commented(Goal goal) {
		return new GoalChange(goal, "goal.comment", GoalEvent.Commented::new, false, Map.of());
	}

	static GoalChange corrected(Goal goal, GoalContent before) {
		return new GoalChange(goal, "goal.correct-and-approve",
				(snapshot) -> new GoalEvent.Approved(snapshot, true, before), true, Map.of());
	}

	/** By a release that shows the goal, or one that was withdrawn. */
	static GoalChange published(Goal goal) {
		return new GoalChange(goal, "goal.publish", GoalEvent.Published::new, false,
				Map.of("state", goal.state().name()));
	}

}
