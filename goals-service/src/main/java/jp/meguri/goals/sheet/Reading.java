package jp.meguri.goals.sheet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.review.NamedItem;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.Rights;
import jp.meguri.web.Problems;

/**
 * The goals a command names, as they are now, in the order in which they were named.
 */
record Reading(Circumstances circumstances, List<NamedItem> items, List<Goal> goals) {

	/**
	 * 404 for all of them if one is not among those the caller sees.
	 * @param visible the goals of the sheet the caller may see
	 */
	static Reading of(Circumstances circumstances, List<NamedItem> items, List<Goal> visible) {
		Map<UUID, Goal> byId = visible.stream().collect(Collectors.toMap(Goal::id, Function.identity()));
		if (!items.stream().allMatch((item) -> byId.containsKey(item.id()))) {
			throw Problems.notFound();
		}
		return new Reading(circumstances, items, items.stream().map((item) -> byId.get(item.id())).toList());
	}

	/**
	 * The order of answers, over the whole set: role, what was read, state and period.
	 */
	void require(Function<Goal, ReviewAction> action) {
		this.goals.forEach((goal) -> rights(goal).requireRole(action.apply(goal)));
		for (int i = 0; i < this.items.size(); i++) {
			Goal goal = this.goals.get(i);
			if (goal.revision() != this.items.get(i).revision()) {
				throw Problems.revisionConflict(goal.revision()).with("item", goal.id());
			}
		}
		this.goals.forEach((goal) -> rights(goal).require(action.apply(goal)));
	}

	/** As they are for the unit whose goal it is. */
	Circumstances of(Goal goal) {
		return this.circumstances.of(goal.ownerUnit());
	}

	List<UUID> ids() {
		return this.goals.stream().map(Goal::id).toList();
	}

	private Rights rights(Goal goal) {
		return of(goal).rights(goal.state(), goal.namedUnits());
	}

}
