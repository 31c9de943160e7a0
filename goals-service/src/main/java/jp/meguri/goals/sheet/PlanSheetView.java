package jp.meguri.goals.sheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.review.Can;
import jp.meguri.web.HasRevision;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a plan as one reader sees it: the plan's tree, and the goals under it the
 * reader may see.
 *
 * @param window the entry period as it stands without a unit's extension; each goal's
 * {@code can} counts its own
 * @param can what may be done to the sheet: goals are added by imports only; a step of
 * the route is allowed where it is for any of the goals
 */
record PlanSheetView(UUID id, int fiscalYear, Edition edition, CycleMode mode, SheetView.Period window,
		long structureRevision, List<Node> nodes, List<GoalView> goals, Map<String, Can> can) implements HasRevision {

	@Override
	@JsonIgnore
	public long revision() {
		return this.structureRevision;
	}

	/**
	 * @param levels what the levels of the tree are called, from the top
	 */
	record Edition(UUID id, String dimension, String planName, String name, int firstYear, int lastYear,
			List<String> levels) {

		static Edition of(SheetPlan plan) {
			return new Edition(plan.edition(), plan.dimension(), plan.planName(), plan.name(), plan.firstYear(),
					plan.lastYear(), plan.tree().levels());
		}

	}

	record Node(UUID id, @Nullable UUID parent, int level, String code, String title) {

		static Node of(SheetPlan.Node node) {
			return new Node(node.id(), node.parent(), node.level(), node.code(), node.title());
		}

	}

}
