package jp.meguri.goals.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReportContent.Certainty;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.web.HasRevision;
import org.jspecify.annotations.Nullable;

/**
 * An indicator with the goals that cite it and what was reached, as far as one reader
 * sees them.
 *
 * @param years the latest first
 */
record IndicatorView(UUID id, String name, String unit, Indicator.Direction direction, Indicator.Kind kind,
		long revision, List<Year> years, Map<String, Allowed> can) implements HasRevision {

	record Allowed(boolean allowed) {
	}

	record Year(int fiscalYear, List<Use> goals) {
	}

	/**
	 * A goal of that year.
	 *
	 * @param edition the plan's edition whose sheet it stands on, or null
	 */
	record Use(UUID goal, String title, GoalKind kind, int number, ReviewState state, UUID unit, String unitName,
			@Nullable UUID edition, List<Aim> targets, List<Reached> actuals) {
	}

	/**
	 * @param value as a decimal in the base unit, or null where none or several were read
	 * @param ja the amount in words; empty where there is none
	 */
	record Aim(UUID target, String text, @Nullable String value, @Nullable String unit, String ja, String en) {
	}

	/**
	 * @param written the figure as it was typed
	 * @param value as a decimal in the base unit, or null where it could not be read
	 * @param standing against the goal's only target in figures, or null
	 */
	record Reached(Round round, String label, String written, @Nullable LocalDate asOf, Certainty certainty,
			ReviewState state, @Nullable String value, @Nullable String unit, Measure.@Nullable Standing standing) {
	}

}
