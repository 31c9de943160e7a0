package jp.meguri.evaluation.report;

import java.util.List;
import java.util.UUID;
import jp.meguri.evaluation.goal.PlanNames.PlanName;
import jp.meguri.evaluation.grading.GradingScheme;
import jp.meguri.evaluation.report.ReportSheetView.WindowView;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.Round;
import org.jspecify.annotations.Nullable;

/**
 * 計画の取組の実績入力: the reports on a plan's sheet in a round, as one person sees them. They
 * belong to many units.
 *
 * @param window the entry period of the city; a unit's extension is judged with its
 * reports
 * @param gradingScheme the grades to choose from, or null where there are none
 */
record PlanReportSheetView(int fiscalYear, EditionView edition, Round round, CycleMode mode, WindowView window,
		@Nullable GradingScheme gradingScheme, List<ReportView> reports) {

	/**
	 * @param planName empty while the catalog has not announced the plan
	 */
	record EditionView(UUID id, String planName, String name) {

		static EditionView of(PlanName plan) {
			return new EditionView(plan.edition(), plan.planName(), plan.name());
		}

	}

}
