package jp.meguri.catalog.person;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.web.Access;
import jp.meguri.web.Created;
import jp.meguri.web.Idempotency;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.Page;
import jp.meguri.web.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/catalog")
@Access(RoleCode.PLANNING)
class PersonController {

	private static final int PAGE = 200;

	private static final UUID START = new UUID(0, 0);

	private final PersonService service;

	private final Idempotency idempotency;

	PersonController(PersonService service, Idempotency idempotency) {
		this.service = service;
		this.idempotency = idempotency;
	}

	@GetMapping("/persons")
	Mono<Page<PersonView>> list(@RequestParam(required = false) @Nullable UUID cursor, Actor actor) {
		return this.service.after(actor.municipality(), (cursor != null) ? cursor : START, PAGE + 1)
			.map(PersonController::page);
	}

	@GetMapping("/persons/{id}")
	Mono<PersonView> get(@PathVariable UUID id, Actor actor) {
		return this.service.get(actor.municipality(), id).map(PersonView::of);
	}

	@PostMapping("/persons")
	Mono<ResponseEntity<PersonView>> create(@RequestBody PersonRequest request, IdempotencyKey key, Actor actor) {
		Mono<Created> work = Mono.fromSupplier(() -> request.toPerson(Ids.next(), actor.city()))
			.flatMap((person) -> this.service.create(actor.municipality(), actor.toEventActor(), person))
			.map(PersonController::created);
		return this.idempotency.once(actor, "catalog/persons", key, request, work)
			.flatMap((created) -> get(created.id(), actor).map(created::with));
	}

	@PutMapping("/persons/{id}")
	Mono<PersonView> change(@PathVariable UUID id, @RequestBody PersonRequest request, Revision expected, Actor actor) {
		return this.service.change(actor.city(), actor.toEventActor(), id, expected.value(), request)
			.map(PersonView::of);
	}

	@PostMapping("/persons/{id}/assignments")
	Mono<ResponseEntity<PersonView>> assign(@PathVariable UUID id, @RequestBody AssignmentRequest request,
			IdempotencyKey key, Actor actor) {
		Mono<Created> work = Mono.fromSupplier(() -> request.toAssignment(Ids.next()))
			.flatMap((assignment) -> this.service.assign(actor.municipality(), actor.toEventActor(), id, assignment))
			.map(PersonController::created);
		return this.idempotency.once(actor, "catalog/persons/" + id + "/assignments", key, request, work)
			.flatMap((created) -> get(created.id(), actor).map(created::with));
	}

	/** Ends an assignment; {@code If-Match} names the person's revision. */
	@PatchMapping("/assignments/{id}")
	Mono<PersonView> end(@PathVariable UUID id, @RequestBody AssignmentEndRequest request, Revision expected,
			Actor actor) {
		return this.service.end(actor.municipality(), actor.toEventActor(), id, expected.value(), request)
			.map(PersonView::of);
	}

	private static Created created(Versioned<PersonChanged> person) {
		return new Created(person.id(), "/api/catalog/persons/" + person.id(), person.revision());
	}

	private static Page<PersonView> page(List<Versioned<PersonChanged>> found) {
		List<PersonView> items = found.stream().limit(PAGE).map(PersonView::of).toList();
		return new Page<>(items, (found.size() > PAGE) ? items.get(PAGE - 1).id().toString() : null);
	}

}
