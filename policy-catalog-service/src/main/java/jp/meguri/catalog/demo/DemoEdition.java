package jp.meguri.catalog.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.catalog.plan.Plan;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanNode;
import org.jspecify.annotations.Nullable;

/**
 * Builds an edition of an invented plan, node by node in printed order.
 */
final class DemoEdition {

	private final String slug;

	private final Plan plan;

	private final List<PlanNode> nodes = new ArrayList<>();

	private final Map<List<Integer>, Integer> children = new HashMap<>();

	DemoEdition(String slug, String dimension, String planName) {
		this.slug = slug;
		this.plan = new Plan(DemoCity.id(slug, "plan/" + dimension), dimension, planName);
	}

	/** A node goals link to; {@code path} such as {@code 1-1-2}. */
	DemoEdition leaf(String path, String code, String title) {
		return node(path, code, title, true);
	}

	DemoEdition heading(String path, String code, String title) {
		return node(path, code, title, false);
	}

	Plan plan() {
		return this.plan;
	}

	PlanEditionChanged edition(String name, int firstYear, int lastYear) {
		return new PlanEditionChanged(DemoCity.id(this.slug, "edition/" + this.plan.dimension()), this.plan.id(),
				this.plan.dimension(), this.plan.name(), name, firstYear, lastYear, this.nodes);
	}

	private DemoEdition node(String printed, String code, String title, boolean linkable) {
		List<Integer> path = Arrays.stream(printed.split("-")).map(Integer::valueOf).toList();
		List<Integer> above = path.subList(0, path.size() - 1);
		int ordinal = this.children.merge(above, 1, Integer::sum);
		this.nodes.add(new PlanNode(id(path), idOrNull(above), ordinal, path, code, title, linkable));
		return this;
	}

	private @Nullable UUID idOrNull(List<Integer> path) {
		return path.isEmpty() ? null : id(path);
	}

	private UUID id(List<Integer> path) {
		return DemoCity.id(this.slug, "node/" + this.plan.dimension() + "/" + path);
	}

}
