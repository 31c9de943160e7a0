package jp.meguri.catalog.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.meguri.catalog.change.CatalogRules;
import jp.meguri.catalog.change.Given;
import jp.meguri.database.Ids;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanNode;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a planner says about an edition.
 */
record EditionRequest(@Nullable String name, @Nullable Integer firstYear, @Nullable Integer lastYear,
		@Nullable List<NodeRequest> nodes) {

	private static final int MAXIMUM_NODES = 2000;

	/** A new edition of a plan. */
	PlanEditionChanged toEdition(UUID id, Plan plan) {
		return applyTo(new PlanEditionChanged(id, plan.id(), "", "", "", 0, 0, List.of()), plan);
	}

	/**
	 * A node the edition has already keeps its id and what a document said about it, as
	 * the edition keeps the names of its levels and its glossary.
	 */
	PlanEditionChanged applyTo(PlanEditionChanged present, Plan plan) {
		Map<UUID, PlanNode> nodes = present.nodes()
			.stream()
			.collect(Collectors.toMap(PlanNode::id, Function.identity()));
		check(nodes.keySet());
		return new PlanEditionChanged(present.id(), plan.id(), plan.dimension(), plan.name(), Given.value(this.name),
				Given.number(this.firstYear), Given.number(this.lastYear), planNodes(nodes), present.levelNames(),
				present.glossary());
	}

	private void check(Set<UUID> present) {
		var violations = new Violations().text(this.name, "/name", TextRule.name(100));
		CatalogRules.years(violations, this.firstYear, this.lastYear);
		List<NodeRequest> all = Given.list(this.nodes);
		violations.check(all.size() <= MAXIMUM_NODES, "/nodes", "too-many", MAXIMUM_NODES);
		Set<UUID> seen = new HashSet<>();
		int levelAbove = 0;
		for (int i = 0; i < all.size(); i++) {
			NodeRequest node = all.get(i);
			node.check(violations, "/nodes/" + i, levelAbove);
			violations.check(node.id() == null || (present.contains(node.id()) && seen.add(node.id())),
					"/nodes/" + i + "/id", "node");
			levelAbove = Given.number(node.level());
		}
		violations.refuse();
	}

	private List<PlanNode> planNodes(Map<UUID, PlanNode> present) {
		List<PlanNode> nodes = new ArrayList<>();
		Map<Integer, UUID> line = new HashMap<>();
		Map<UUID, Integer> children = new HashMap<>();
		for (NodeRequest node : Given.list(this.nodes)) {
			int level = Given.number(node.level());
			UUID id = (node.id() != null) ? node.id() : Ids.next();
			UUID parent = line.get(level - 1);
			line.put(level, id);
			int ordinal = children.merge((parent != null) ? parent : new UUID(0, 0), 1, Integer::sum);
			PlanNode before = present.get(id);
			nodes.add(new PlanNode(id, parent, ordinal, Given.list(node.path()), Given.text(node.code()), node.title(),
					Boolean.TRUE.equals(node.linkable()), (before != null) ? before.level() : null,
					(before != null) ? before.note() : ""));
		}
		return nodes;
	}

}
