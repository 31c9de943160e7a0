package jp.meguri.catalog.plan;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.events.catalog.CatalogEvent.GlossaryTerm;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanNode;
import jp.meguri.web.HasRevision;

/**
 * An edition with its whole tree: parents before children, siblings in printed order.
 *
 * @param levelNames what the plan calls its levels, from the top; empty where nobody said
 */
record EditionView(UUID id, UUID plan, String dimension, String planName, String name, int firstYear, int lastYear,
		List<PlanNode> nodes, List<String> levelNames, List<GlossaryTerm> glossary,
		long revision) implements HasRevision {

	static EditionView of(Versioned<PlanEditionChanged> edition) {
		PlanEditionChanged state = edition.state();
		return new EditionView(edition.id(), state.plan(), state.dimension(), state.planName(), state.name(),
				state.firstYear(), state.lastYear(), state.nodes(), state.levelNames(), state.glossary(),
				edition.revision());
	}

}
