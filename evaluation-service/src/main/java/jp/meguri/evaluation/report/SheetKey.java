package jp.meguri.evaluation.report;

import java.util.UUID;
import jp.meguri.events.content.Round;

/** Which sheet: a unit's reports of a year and round. */
record SheetKey(int fiscalYear, UUID unit, Round round) {

	boolean holds(Report report) {
		return report.fiscalYear() == this.fiscalYear && report.ownerUnit().equals(this.unit)
				&& report.round() == this.round;
	}

}
