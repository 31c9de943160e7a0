package jp.meguri.goals.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalKind;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;

/**
 * What a corrected draft must be so that it can be kept. Whether its goals can be
 * registered is judged then, as for any goal.
 */
final class DraftRule {

	private static final int MOST_GOALS = 200;

	private static final int MOST_BLOCKS = 500;

	private static final TextRule TEXT = TextRule.body(10_000);

	private static final TextRule MARKER = TextRule.line(20);

	private final Violations violations = new Violations();

	private DraftRule() {
	}

	/** Refuses with 422 whatever is wrong. */
	static void check(@Nullable ImportDraft draft) {
		var rule = new DraftRule();
		rule.violations.required(draft, "/draft").refuse();
		if (draft != null) {
			rule.draft(draft);
		}
		rule.violations.refuse();
	}

	private void draft(ImportDraft draft) {
		blocks("/draft/mission", draft.mission());
		blocks("/draft/policies", draft.policies());
		blocks("/draft/review", draft.review());
		this.violations.check(draft.goals().size() <= MOST_GOALS, "/draft/goals", "too-many", MOST_GOALS);
		for (int i = 0; i < Math.min(draft.goals().size(), MOST_GOALS); i++) {
			goal("/draft/goals/" + i, draft.goals().get(i));
		}
	}

	private void goal(String at, DraftGoal goal) {
		this.violations.required(goal.id(), at + "/id")
			.required(goal.content(), at + "/content")
			.required(goal.result(), at + "/result")
			.check(goal.kind() == GoalKind.ANNUAL_GOAL || goal.kind() == GoalKind.MID_TERM_GOAL, at + "/kind",
					"choice");
		if (goal.result() != null) {
			blocks(at + "/result/achievements", goal.result().achievements());
			blocks(at + "/result/directions", goal.result().directions());
		}
	}

	private void blocks(String at, List<Block> blocks) {
		this.violations.check(blocks.size() <= MOST_BLOCKS, at, "too-many", MOST_BLOCKS);
		for (int i = 0; i < Math.min(blocks.size(), MOST_BLOCKS); i++) {
			Block block = blocks.get(i);
			this.violations.required(block.id(), at + "/" + i + "/id")
				.text(block.marker(), at + "/" + i + "/marker", MARKER)
				.text(block.text(), at + "/" + i + "/text", TEXT);
		}
	}

}
