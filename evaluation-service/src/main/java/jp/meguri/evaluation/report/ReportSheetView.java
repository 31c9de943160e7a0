package jp.meguri.evaluation.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Unit;
import jp.meguri.directory.WindowStatus;
import jp.meguri.evaluation.grading.GradingScheme;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.events.content.Round;
import org.jspecify.annotations.Nullable;

/**
 * 実績入力: the reports of a unit in a round, as one person sees them.
 *
 * @param gradingScheme the grades to choose from, or null where the city does not grade
 */
record ReportSheetView(int fiscalYear, UnitView unit, Round round, CycleMode mode, WindowView window,
		@Nullable GradingScheme gradingScheme, List<ReportView> reports) {

	record UnitView(UUID id, String code, String name, String position, String holderName) {

		static UnitView of(Unit unit, int fiscalYear) {
			String position = unit.in(fiscalYear).map(UnitYear::position).orElse("");
			String holder = unit.in(fiscalYear).map(UnitYear::holderName).orElse("");
			return new UnitView(unit.id(), unit.code(), unit.nameIn(fiscalYear), position, holder);
		}

	}

	record WindowView(WindowStatus.State status, @Nullable Instant opensAt, @Nullable Instant closesAt, String reason) {

		static WindowView of(WindowStatus status) {
			return new WindowView(status.state(), status.opensAt(), status.closesAt(), status.reason());
		}

	}

}
