package jp.meguri.goals.sheet;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan whose sheet it is, as the registered document gave it.
 *
 * @param edition the edition; its owner, the catalog, may not have taken it over yet
 * @param dimension the plan's dimension in links: a goal's place in the tree is its link
 * of this dimension
 */
public record SheetPlan(UUID edition, String dimension, String planName, String name, int firstYear, int lastYear,
		Tree tree) {

	/**
	 * @param levels what the document calls its levels, from the top
	 * @param nodes parents before children, in printed order
	 * @param scheme the grading scheme that was offered with it, or null for none
	 */
	public record Tree(List<String> levels, List<Node> nodes, @Nullable UUID scheme) {

		public Tree {
			levels = List.copyOf(levels);
			nodes = List.copyOf(nodes);
		}

	}

	/**
	 * @param level 1 for the top; levels may be left out in between
	 * @param code the code as printed, empty for none
	 * @param title the title as printed, empty for none
	 */
	public record Node(UUID id, @Nullable UUID parent, int level, String code, String title) {
	}

}
