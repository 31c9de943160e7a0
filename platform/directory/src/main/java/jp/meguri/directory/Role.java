package jp.meguri.directory;

import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;

/**
 * A role (役割) at a unit that is valid today.
 *
 * @param unit where it holds
 * @param assignedAt the unit of the assignment: the same unit, or the department above it
 * for roles that cover the sections of a department
 */
public record Role(UUID unit, RoleCode code, UUID assignedAt) {

	public Role(UUID unit, RoleCode code) {
		this(unit, code, unit);
	}

	/** Whether the assignment names this very unit. */
	public boolean isDirect() {
		return this.unit.equals(this.assignedAt);
	}

}
