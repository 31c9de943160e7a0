package jp.meguri.evaluation.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.evaluation.ReleaseEvent;

/**
 * 公表: one edition of a unit's and year's document.
 *
 * @param version counts every event of the release
 * @param items exactly what it shows
 * @param withdrawnWhy the reason (公表取消); empty while it stands
 * @param ownerUnit the unit, or the edition of the plan whose sheet it shows
 * @param unitName the unit's or the plan's name as printed
 */
record Release(UUID id, UUID municipality, UUID sheet, UUID ownerUnit, int fiscalYear, ReleaseEvent.Kind kind,
		int edition, ReleaseState state, long version, CycleMode mode, String sha256, LocalDate decisionDate,
		String documentNumber, Instant publishAt, String withdrawnWhy, String citySlug, String unitCode,
		String unitName, List<ReleaseEvent.Item> items, boolean ofPlan) {

	Release {
		items = List.copyOf(items);
	}

	Release moved(ReleaseState next, String why) {
		return new Release(this.id, this.municipality, this.sheet, this.ownerUnit, this.fiscalYear, this.kind,
				this.edition, next, this.version + 1, this.mode, this.sha256, this.decisionDate, this.documentNumber,
				this.publishAt, why, this.citySlug, this.unitCode, this.unitName, this.items, this.ofPlan);
	}

	ReleaseEvent.Release snapshot() {
		return new ReleaseEvent.Release(this.id, this.sheet, this.ownerUnit, this.fiscalYear, this.kind, this.edition,
				this.sha256, this.decisionDate, this.documentNumber, this.publishAt, this.items);
	}

	/** The address anyone may open. */
	String address() {
		String page = "/published/%s/%d/%s".formatted(this.citySlug, this.fiscalYear, this.unitCode);
		return (this.state == ReleaseState.PUBLISHED) ? page : page + "/editions/" + this.edition;
	}

}
