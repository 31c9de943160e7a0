package jp.meguri.catalog.offer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.meguri.catalog.change.CatalogRules;
import jp.meguri.events.goals.ImportEvent.OfferedEdition;
import jp.meguri.events.goals.ImportEvent.OfferedNode;
import jp.meguri.events.goals.ImportEvent.OfferedTerm;
import jp.meguri.events.goals.ImportEvent.PlanOffered;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;

/**
 * What an offered plan must be like to be a plan at all: the same as for a planner's own,
 * but documents print longer titles, and levels may be left out.
 */
final class OfferedEditionRule {

	static final String INVALID = "import.plan-invalid";

	private static final int MOST_NODES = 2000;

	private static final int MOST_TERMS = 500;

	private static final int DEPTH = 10;

	private OfferedEditionRule() {
	}

	static void require(PlanOffered offer) {
		Violations violations = new Violations();
		edition(violations, offer.edition());
		nodes(violations, offer.nodes());
		violations.check(offer.glossary().size() <= MOST_TERMS, "/glossary", "too-many", MOST_TERMS);
		for (OfferedTerm term : offer.glossary()) {
			violations.text(term.term(), "/glossary", TextRule.body(200))
				.text(term.definition(), "/glossary", TextRule.body(10_000));
		}
		if (!violations.isEmpty()) {
			throw new OfferRefusedException(INVALID);
		}
	}

	private static void edition(Violations violations, OfferedEdition edition) {
		CatalogRules.code(violations, edition.dimension(), "/dimension");
		CatalogRules.years(violations, edition.firstYear(), edition.lastYear());
		violations.text(edition.planName(), "/planName", TextRule.name(100))
			.text(edition.name(), "/name", TextRule.line(100))
			.check(edition.levelNames().size() <= DEPTH, "/levelNames", "too-many", DEPTH);
		edition.levelNames().forEach((name) -> violations.text(name, "/levelNames", TextRule.line(50)));
	}

	// Parents first: a node below one that is not there, or below itself, is no tree.
	private static void nodes(Violations violations, List<OfferedNode> nodes) {
		violations.check(nodes.size() <= MOST_NODES, "/nodes", "too-many", MOST_NODES);
		Set<UUID> above = new HashSet<>();
		for (OfferedNode node : nodes) {
			violations.check(node.parent() == null || above.contains(node.parent()), "/nodes", "node")
				.check(above.add(node.id()), "/nodes", "node")
				.check(node.level() >= 1 && node.level() <= DEPTH, "/nodes", "level")
				.check(!PrintedText.of(node.code() + node.title()).isEmpty(), "/nodes", "required")
				.text(node.code(), "/nodes", TextRule.body(50))
				.text(node.title(), "/nodes", TextRule.body(1_000))
				.text(node.note(), "/nodes", TextRule.body(1_000));
		}
	}

}
