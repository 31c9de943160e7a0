package jp.meguri.events.content;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link of a goal to the city's plans (関連計画・施策), in printed order. A dimension without
 * any link is "not yet chosen" and blocks submission; {@code NO_LINK} excludes every
 * other link of its dimension.
 *
 * @param id stays the same through all revisions
 * @param dimension the plan's dimension, e.g. {@code comprehensive-plan} (総合計画) or
 * {@code basic-policy} (基本政策); defined by the city's plans
 * @param choice what was chosen
 * @param node the plan node for {@code NODE}
 * @param code the code as printed, e.g. {@code 5-1-③}
 * @param title the title as printed
 */
public record PlanLink(UUID id, String dimension, Choice choice, @Nullable UUID node, String code, String title) {

	/**
	 * {@code NODE}: a node of an edition; {@code NO_LINK}: 該当なし; {@code AS_PRINTED}: a
	 * code that no valid edition knows, kept as printed until a planner decides.
	 */
	public enum Choice {

		NODE, NO_LINK, AS_PRINTED

	}

}
