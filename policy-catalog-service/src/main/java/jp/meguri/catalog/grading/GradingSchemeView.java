package jp.meguri.catalog.grading;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.web.HasRevision;
import org.jspecify.annotations.Nullable;

/**
 * A grading scheme, its grades best first.
 *
 * @param edition the plan's edition whose goals are graded by it, or null for the sheets
 * of the city's units
 */
record GradingSchemeView(UUID id, String name, int firstYear, int lastYear, List<GradeDefinition> grades,
		@Nullable UUID edition, long revision) implements HasRevision {

	static GradingSchemeView of(Versioned<GradingSchemeChanged> scheme) {
		GradingSchemeChanged state = scheme.state();
		return new GradingSchemeView(scheme.id(), state.name(), state.firstYear(), state.lastYear(), state.grades(),
				state.edition(), scheme.revision());
	}

}
