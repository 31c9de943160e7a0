package jp.meguri.catalog.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jp.meguri.catalog.change.Change;
import jp.meguri.catalog.change.Changes;
import jp.meguri.catalog.change.Documents;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.catalog.unit.UnitService;
import jp.meguri.directory.Municipality;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * People and their assignments.
 */
@Service
public final class PersonService {

	private final Documents<PersonChanged> persons;

	private final UnitService units;

	private final Changes changes;

	PersonService(Changes changes, UnitService units) {
		this.persons = changes.documents("person", PersonChanged.class);
		this.units = units;
		this.changes = changes;
	}

	Mono<List<Versioned<PersonChanged>>> after(UUID municipality, UUID after, int limit) {
		return this.persons.after(municipality, after, limit);
	}

	Mono<Versioned<PersonChanged>> get(UUID municipality, UUID id) {
		return this.persons.get(municipality, id);
	}

	public Mono<Versioned<PersonChanged>> find(UUID municipality, UUID id) {
		return this.persons.find(municipality, id);
	}

	public Mono<Versioned<PersonChanged>> create(UUID municipality, EventActor actor, PersonChanged person) {
		return this.changes.in(municipality, this.persons.insert(municipality, person.id(), person)
			.delayUntil((created) -> announce(municipality, actor, "person.create", created, Map.of())));
	}

	Mono<Versioned<PersonChanged>> change(Municipality city, EventActor actor, UUID id, long expected,
			PersonRequest request) {
		return this.changes.in(city.id(),
				lock(city.id(), id, expected)
					.flatMap((person) -> replace(city.id(), person, (state) -> request.applyTo(state, city)))
					.delayUntil((changed) -> announce(city.id(), actor, "person.change", changed, Map.of())));
	}

	/** Gives the person a role at a unit. */
	Mono<Versioned<PersonChanged>> assign(UUID municipality, EventActor actor, UUID id, Assignment assignment) {
		return this.changes.in(municipality, requireUnit(municipality, assignment.unit())
			.then(this.persons.lock(municipality, id))
			.switchIfEmpty(Mono.error(Problems::notFound))
			.flatMap((person) -> replace(municipality, person, with(assignment)))
			.delayUntil((changed) -> announce(municipality, actor, "assignment.create", changed, factsOf(assignment))));
	}

	/** Moves the end of an assignment; the services know it by event. */
	Mono<Versioned<PersonChanged>> end(UUID municipality, EventActor actor, UUID assignment, long expected,
			AssignmentEndRequest request) {
		return this.changes.in(municipality,
				this.persons.lockByMember(municipality, "assignments", assignment)
					.switchIfEmpty(Mono.error(Problems::notFound))
					.map((person) -> required(person, expected))
					.flatMap((person) -> replace(municipality, person, ending(assignment, request)))
					.delayUntil((changed) -> announce(municipality, actor, "assignment.end", changed,
							Map.of("assignment", assignment.toString(), "to", String.valueOf(request.to())))));
	}

	private Mono<Versioned<PersonChanged>> lock(UUID municipality, UUID id, long expected) {
		return this.persons.lock(municipality, id)
			.switchIfEmpty(Mono.error(Problems::notFound))
			.map((person) -> required(person, expected));
	}

	private Mono<Versioned<PersonChanged>> replace(UUID municipality, Versioned<PersonChanged> person,
			UnaryOperator<PersonChanged> change) {
		return Mono.fromSupplier(() -> change.apply(person.state()))
			.flatMap((changed) -> this.persons.replace(municipality, person, changed));
	}

	private Mono<Void> requireUnit(UUID municipality, UUID unit) {
		return this.units.all(municipality)
			.filter((all) -> all.stream().anyMatch((candidate) -> candidate.id().equals(unit)))
			.switchIfEmpty(Mono.error(() -> Problems.validation("/unit", "unit")))
			.then();
	}

	private Mono<Void> announce(UUID municipality, EventActor actor, String action, Versioned<PersonChanged> person,
			Map<String, String> facts) {
		return this.changes.announce(new Change(municipality, actor, "person", action, person, CycleMode.LIVE, facts));
	}

	private static Versioned<PersonChanged> required(Versioned<PersonChanged> person, long expected) {
		if (person.revision() != expected) {
			throw Problems.revisionConflict(person.revision());
		}
		return person;
	}

	private static UnaryOperator<PersonChanged> with(Assignment assignment) {
		return (person) -> {
			List<Assignment> assignments = new ArrayList<>(person.assignments());
			assignments.add(assignment);
			return withAssignments(person, assignments);
		};
	}

	private static UnaryOperator<PersonChanged> ending(UUID id, AssignmentEndRequest request) {
		Function<Assignment, Assignment> ended = (assignment) -> assignment.id().equals(id)
				? request.applyTo(assignment) : assignment;
		return (person) -> withAssignments(person, person.assignments().stream().map(ended).toList());
	}

	private static PersonChanged withAssignments(PersonChanged person, List<Assignment> assignments) {
		return new PersonChanged(person.id(), person.name(), person.email(), person.issuer(), person.subject(),
				assignments);
	}

	private static Map<String, String> factsOf(Assignment assignment) {
		return Map.of("assignment", assignment.id().toString(), "unit", assignment.unit().toString(), "role",
				assignment.role().name(), "from", assignment.from().toString(), "to", String.valueOf(assignment.to()));
	}

}
