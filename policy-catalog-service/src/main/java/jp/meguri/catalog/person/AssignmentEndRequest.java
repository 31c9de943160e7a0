package jp.meguri.catalog.person;

import java.time.LocalDate;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The new last day; null opens the end again. The day before the first withdraws an
 * assignment as if it had never been.
 */
record AssignmentEndRequest(@Nullable LocalDate to) {

	Assignment applyTo(Assignment assignment) {
		boolean inOrder = this.to == null || !this.to.isBefore(assignment.from().minusDays(1));
		new Violations().check(inOrder, "/to", "before-start").refuse();
		return new Assignment(assignment.id(), assignment.unit(), assignment.role(), assignment.from(), this.to);
	}

}
