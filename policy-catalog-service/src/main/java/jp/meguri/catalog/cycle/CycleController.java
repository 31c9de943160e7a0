package jp.meguri.catalog.cycle;

import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.web.Access;
import jp.meguri.web.Created;
import jp.meguri.web.Idempotency;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.Page;
import jp.meguri.web.Revision;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/catalog")
class CycleController {

	private final CycleService service;

	private final Idempotency idempotency;

	CycleController(CycleService service, Idempotency idempotency) {
		this.service = service;
		this.idempotency = idempotency;
	}

	@GetMapping("/cycles")
	Mono<Page<CycleView>> list(Actor actor) {
		return this.service.all(actor.municipality()).map((all) -> Page.of(all.stream().map(CycleView::of).toList()));
	}

	@GetMapping("/cycles/{fiscalYear}")
	Mono<CycleView> get(@PathVariable Integer fiscalYear, Actor actor) {
		return this.service.ofYear(actor.municipality(), fiscalYear).map(CycleView::of);
	}

	@PostMapping("/cycles")
	@Access(RoleCode.PLANNING)
	Mono<ResponseEntity<CycleView>> create(@RequestBody CycleRequest request, IdempotencyKey key, Actor actor) {
		Mono<Created> work = Mono.fromSupplier(() -> request.toCycle(Ids.next()))
			.flatMap((cycle) -> this.service.create(actor.municipality(), actor.toEventActor(), cycle))
			.map((cycle) -> new Created(cycle.id(), "/api/catalog/cycles/" + cycle.state().fiscalYear(),
					cycle.revision()));
		return this.idempotency.once(actor, "catalog/cycles", key, request, work)
			.flatMap((created) -> this.service.get(actor.municipality(), created.id())
				.map(CycleView::of)
				.map(created::with));
	}

	/** New beginning and end; also opens a closed period again. */
	@PutMapping("/windows/{id}")
	@Access(RoleCode.PLANNING)
	Mono<WindowView> change(@PathVariable UUID id, @RequestBody WindowRequest request, Revision expected, Actor actor) {
		return this.service.change(actor.municipality(), actor.toEventActor(), id, expected.value(), request);
	}

	/** Ends the period early, at least a minute from now. */
	@PostMapping("/windows/{id}/closing")
	@Access(RoleCode.PLANNING)
	Mono<WindowView> close(@PathVariable UUID id, @RequestBody ClosingRequest request, Revision expected, Actor actor) {
		return this.service.close(actor.municipality(), actor.toEventActor(), id, expected.value(), request);
	}

	/** 期限の延長 for one unit and the units below it. */
	@PostMapping("/windows/{id}/extensions")
	@Access(RoleCode.PLANNING)
	Mono<ResponseEntity<WindowView>> extend(@PathVariable UUID id, @RequestBody ExtensionRequest request,
			IdempotencyKey key, Actor actor) {
		Mono<Created> work = Mono.fromSupplier(() -> request.toExtension(Ids.next()))
			.flatMap((extension) -> this.service.extend(actor.municipality(), actor.toEventActor(), id, extension)
				.map((window) -> new Created(extension.id(),
						"/api/catalog/windows/" + id + "/extensions/" + extension.id(), window.revision())));
		return this.idempotency.once(actor, "catalog/windows/" + id + "/extensions", key, request, work)
			.flatMap((created) -> this.service.window(actor.municipality(), id).map(created::with));
	}

}
