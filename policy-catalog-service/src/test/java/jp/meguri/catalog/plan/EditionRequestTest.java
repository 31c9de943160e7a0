package jp.meguri.catalog.plan;

import java.util.List;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.GlossaryTerm;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanNode;
import jp.meguri.web.MeguriProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EditionRequestTest {

	private static final Plan PLAN = new Plan(UUID.randomUUID(), "comprehensive-plan", "総合計画");

	@Test
	void nodes_hangBelowTheNearestSmallerLevel_alsoInARaggedTree() {
		List<PlanNode> nodes = nodes(node(1, "1"), node(2, "1-1"), node(3, "1-1-①"), node(2, "1-2"), node(1, "2"),
				node(2, "2-1"));
		assertThat(nodes).extracting(PlanNode::parent)
			.containsExactly(null, nodes.get(0).id(), nodes.get(1).id(), nodes.get(0).id(), null, nodes.get(4).id());
		assertThat(nodes).extracting(PlanNode::ordinal).containsExactly(1, 1, 1, 2, 2, 1);
	}

	@Test
	void printedCodes_mayRepeat() {
		assertThat(nodes(node(1, "2-③"), node(1, "2-③"))).hasSize(2);
	}

	@Test
	void level_goesDownOneAtATime() {
		assertThatExceptionOfType(MeguriProblem.class).isThrownBy(() -> nodes(node(1, "1"), node(3, "1-1-1")))
			.satisfies((problem) -> assertThat(problem.errors().get(0).pointer()).isEqualTo("/nodes/1/level"));
		assertThatExceptionOfType(MeguriProblem.class).isThrownBy(() -> nodes(node(2, "1")));
	}

	@Test
	void idOfANodeTheEditionDoesNotHave_isRefused() {
		var foreign = new NodeRequest(UUID.randomUUID(), 1, List.of(1), "1", "題", true);
		assertThatExceptionOfType(MeguriProblem.class).isThrownBy(() -> nodes(foreign))
			.satisfies((problem) -> assertThat(problem.errors().get(0).pointer()).isEqualTo("/nodes/0/id"));
	}

	@Test
	void whatADocumentSaid_isKept() {
		var node = new PlanNode(UUID.randomUUID(), null, 1, List.of(), "Ⅰ", "支えあい", true, 3, "P44");
		var present = new PlanEditionChanged(UUID.randomUUID(), PLAN.id(), PLAN.dimension(), PLAN.name(), "前期", 2024,
				2028, List.of(node), List.of("基本目標"), List.of(new GlossaryTerm("支えあい", "互いに助けること")));
		var request = new EditionRequest("前期（改訂）", 2024, 2028,
				List.of(new NodeRequest(node.id(), 1, List.of(), "Ⅰ", "支えあうまち", true)));
		PlanEditionChanged changed = request.applyTo(present, PLAN);
		assertThat(changed.name()).isEqualTo("前期（改訂）");
		assertThat(changed.levelNames()).containsExactly("基本目標");
		assertThat(changed.glossary()).hasSize(1);
		assertThat(changed.nodes()).singleElement()
			.isEqualTo(new PlanNode(node.id(), null, 1, List.of(), "Ⅰ", "支えあうまち", true, 3, "P44"));
	}

	private static List<PlanNode> nodes(NodeRequest... nodes) {
		return new EditionRequest("前期", 2024, 2028, List.of(nodes)).toEdition(UUID.randomUUID(), PLAN).nodes();
	}

	private static NodeRequest node(int level, String code) {
		return new NodeRequest(null, level, List.of(1), code, null, true);
	}

}
