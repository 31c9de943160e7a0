package jp.meguri.evaluation.report;

import java.util.UUID;
import jp.meguri.events.content.Round;
import org.jspecify.annotations.Nullable;

/**
 * Which sheet: a unit's reports of a year and round, or those of a plan's edition.
 *
 * @param unit the unit, or null for the sheet of a plan
 * @param edition the plan's edition, or null for a unit's sheet
 */
record SheetKey(int fiscalYear, @Nullable UUID unit, @Nullable UUID edition, Round round) {

	static SheetKey ofUnit(int fiscalYear, UUID unit, Round round) {
		return new SheetKey(fiscalYear, unit, null, round);
	}

	static SheetKey ofPlan(int fiscalYear, UUID edition, Round round) {
		return new SheetKey(fiscalYear, null, edition, round);
	}

	boolean holds(Report report) {
		return report.fiscalYear() == this.fiscalYear && report.round() == this.round && isOwnerOf(report);
	}

	private boolean isOwnerOf(Report report) {
		return (this.edition != null) ? this.edition.equals(report.edition())
				: report.edition() == null && report.ownerUnit().equals(this.unit);
	}

}
