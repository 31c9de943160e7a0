package jp.meguri.catalog.person;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.web.HasRevision;
import org.jspecify.annotations.Nullable;

/**
 * A person with all assignments.
 */
record PersonView(UUID id, String name, String email, String issuer, @Nullable String subject,
		List<Assignment> assignments, long revision) implements HasRevision {

	static PersonView of(Versioned<PersonChanged> person) {
		PersonChanged state = person.state();
		return new PersonView(person.id(), state.name(), state.email(), state.issuer(), state.subject(),
				state.assignments(), person.revision());
	}

}
