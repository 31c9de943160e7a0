package jp.meguri.goals.imports;

import java.util.List;
import java.util.UUID;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;

/**
 * What will be registered; people may correct it before.
 *
 * @param mission 部局の使命
 * @param policies 取り組み方針
 * @param review 取り組みの総括
 * @param goals the goals in document order
 */
record ImportDraft(List<Block> mission, List<Block> policies, List<Block> review, List<DraftGoal> goals) {

	ImportDraft {
		mission = List.copyOf(mission);
		policies = List.copyOf(policies);
		review = List.copyOf(review);
		goals = List.copyOf(goals);
	}

	/**
	 * @param id the goal's id once it is registered
	 * @param number the number as printed
	 */
	record DraftGoal(UUID id, GoalKind kind, int number, GoalContent content, DraftResult result) {
	}

	/**
	 * @param achievements 取組みを行った内容・成果
	 * @param directions 課題・今後の方向性
	 */
	record DraftResult(List<Block> achievements, List<Block> directions) {

		DraftResult {
			achievements = List.copyOf(achievements);
			directions = List.copyOf(directions);
		}

		boolean isEmpty() {
			return this.achievements.isEmpty() && this.directions.isEmpty();
		}

	}

}
