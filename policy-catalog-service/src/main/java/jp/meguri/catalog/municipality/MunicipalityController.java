package jp.meguri.catalog.municipality;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.web.Access;
import jp.meguri.web.Created;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.MeguriProblem;
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
@RequestMapping("/api/catalog/municipalities")
@Access(RoleCode.OPERATOR)
class MunicipalityController {

	private final MunicipalityService service;

	private final CityFounding founding;

	MunicipalityController(MunicipalityService service, CityFounding founding) {
		this.service = service;
		this.founding = founding;
	}

	@GetMapping
	Mono<Page<MunicipalityView>> list(Actor actor) {
		return this.service.all().map((all) -> Page.of(all.stream().map(MunicipalityView::of).toList()));
	}

	@GetMapping("/{id}")
	Mono<MunicipalityView> get(@PathVariable UUID id, Actor actor) {
		return this.service.get(id).map(MunicipalityView::of);
	}

	@PostMapping
	Mono<ResponseEntity<MunicipalityView>> create(@RequestBody MunicipalityRequest request, IdempotencyKey key,
			Actor actor) {
		return Mono.fromSupplier(() -> request.toMunicipality(idOf(actor, key)))
			.flatMap((municipality) -> earlier(municipality)
				.switchIfEmpty(Mono.defer(() -> this.founding.found(actor.toEventActor(), municipality, request))))
			.flatMap((id) -> get(id, actor))
			.map((view) -> new Created(view.id(), "/api/catalog/municipalities/" + view.id(), 1).with(view));
	}

	@PutMapping("/{id}")
	Mono<MunicipalityView> change(@PathVariable UUID id, @RequestBody MunicipalityChangeRequest request,
			Revision expected, Actor actor) {
		return this.service.change(actor.toEventActor(), id, expected.value(), request).map(MunicipalityView::of);
	}

	private Mono<UUID> earlier(MunicipalityChanged municipality) {
		return this.service.find(municipality.id()).map((found) -> {
			if (!found.state().slug().equals(municipality.slug())) {
				throw new MeguriProblem(422, "idempotency-key-reused");
			}
			return found.id();
		});
	}

	// A new city's rows belong to a transaction of that city, the key's to the
	// operators':
	// the id stands in for the stored key.
	private static UUID idOf(Actor actor, IdempotencyKey key) {
		String name = actor.person() + "/" + key.value();
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

}
