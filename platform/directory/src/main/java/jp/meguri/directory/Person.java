package jp.meguri.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import org.jspecify.annotations.Nullable;

/**
 * A person (職員) with all assignments, past and future ones too.
 */
public record Person(UUID id, UUID municipality, String name, String email, String issuer, @Nullable String subject,
		List<Assignment> assignments) {

	public Person {
		assignments = List.copyOf(assignments);
	}

	/** The assignments that are valid on that day; first and last day count. */
	public List<Assignment> assignmentsOn(LocalDate day) {
		return this.assignments.stream().filter((assignment) -> isValid(assignment, day)).toList();
	}

	private static boolean isValid(Assignment assignment, LocalDate day) {
		return !day.isBefore(assignment.from()) && (assignment.to() == null || !day.isAfter(assignment.to()));
	}

}
