package jp.meguri.goals.sheet;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal sheet (目標シート) of a unit, or of an edition of a plan, and a fiscal year: the
 * order of its goals.
 *
 * @param ownerUnit the unit, or null on a plan's sheet
 * @param structureRevision counted up when goals are added, removed or moved
 * @param edition the plan's edition, or null on a unit's sheet
 */
record GoalSheet(UUID id, UUID municipality, int fiscalYear, @Nullable UUID ownerUnit, long structureRevision,
		@Nullable UUID edition) {

	SheetAddress address() {
		return (this.edition != null) ? SheetAddress.ofEdition(this.fiscalYear, this.edition)
				: SheetAddress.ofUnit(this.fiscalYear, Objects.requireNonNull(this.ownerUnit));
	}

}
