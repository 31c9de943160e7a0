package jp.meguri.catalog.person;

import java.time.LocalDate;
import java.util.UUID;
import jp.meguri.catalog.change.Given;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A role at a unit from the first to the last day (inclusive).
 */
record AssignmentRequest(@Nullable UUID unit, @Nullable RoleCode role, @Nullable LocalDate from,
		@Nullable LocalDate to) {

	Assignment toAssignment(UUID id) {
		var violations = new Violations().required(this.unit, "/unit")
			.required(this.role, "/role")
			.required(this.from, "/from")
			.check(this.role != RoleCode.OPERATOR, "/role", "choice")
			.check(this.from == null || this.to == null || !this.to.isBefore(this.from), "/to", "before-start");
		violations.refuse();
		return new Assignment(id, Given.value(this.unit), Given.value(this.role), Given.value(this.from), this.to);
	}

}
