package jp.meguri.catalog.plan;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/catalog/plans")
class PlanController {

	private final PlanService service;

	private final Idempotency idempotency;

	PlanController(PlanService service, Idempotency idempotency) {
		this.service = service;
		this.idempotency = idempotency;
	}

	/** The editions valid in a fiscal year; all without one. */
	@GetMapping
	Mono<Page<EditionView>> list(@RequestParam(required = false) @Nullable Integer fiscalYear, Actor actor) {
		return this.service.editions(actor.municipality()).map((all) -> validIn(all, fiscalYear));
	}

	@GetMapping("/{id}")
	Mono<PlanView> get(@PathVariable UUID id, Actor actor) {
		return this.service.plan(actor.municipality(), id).map(PlanView::of);
	}

	@GetMapping("/{plan}/editions/{id}")
	Mono<EditionView> getEdition(@PathVariable UUID plan, @PathVariable UUID id, Actor actor) {
		return this.service.edition(actor.municipality(), plan, id).map(EditionView::of);
	}

	@PostMapping
	@Access(RoleCode.PLANNING)
	Mono<ResponseEntity<PlanView>> create(@RequestBody PlanRequest request, IdempotencyKey key, Actor actor) {
		Mono<Created> work = Mono.fromSupplier(() -> request.toPlan(Ids.next()))
			.flatMap((plan) -> this.service.create(actor.municipality(), actor.toEventActor(), plan))
			.map((plan) -> new Created(plan.id(), "/api/catalog/plans/" + plan.id(), plan.revision()));
		return this.idempotency.once(actor, "catalog/plans", key, request, work)
			.flatMap((created) -> get(created.id(), actor).map(created::with));
	}

	@PostMapping("/{plan}/editions")
	@Access(RoleCode.PLANNING)
	Mono<ResponseEntity<EditionView>> createEdition(@PathVariable UUID plan, @RequestBody EditionRequest request,
			IdempotencyKey key, Actor actor) {
		Mono<Created> work = this.service.plan(actor.municipality(), plan)
			.map((found) -> request.toEdition(Ids.next(), found.state()))
			.flatMap((edition) -> this.service.create(actor.municipality(), actor.toEventActor(), edition))
			.map((edition) -> new Created(edition.id(), "/api/catalog/plans/" + plan + "/editions/" + edition.id(),
					edition.revision()));
		return this.idempotency.once(actor, "catalog/plans/" + plan + "/editions", key, request, work)
			.flatMap((created) -> getEdition(plan, created.id(), actor).map(created::with));
	}

	@PutMapping("/{plan}/editions/{id}")
	@Access(RoleCode.PLANNING)
	Mono<EditionView> change(@PathVariable UUID plan, @PathVariable UUID id, @RequestBody EditionRequest request,
			Revision expected, Actor actor) {
		return this.service.change(actor.municipality(), actor.toEventActor(), plan, id, expected.value(), request)
			.map(EditionView::of);
	}

	private static Page<EditionView> validIn(List<Versioned<PlanEditionChanged>> all, @Nullable Integer fiscalYear) {
		return Page.of(all.stream()
			.filter((edition) -> fiscalYear == null || isValidIn(edition.state(), fiscalYear))
			.map(EditionView::of)
			.toList());
	}

	private static boolean isValidIn(PlanEditionChanged edition, int fiscalYear) {
		return edition.firstYear() <= fiscalYear && fiscalYear <= edition.lastYear();
	}

}
