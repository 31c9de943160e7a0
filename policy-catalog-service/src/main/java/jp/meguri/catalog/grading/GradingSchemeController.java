package jp.meguri.catalog.grading;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.web.Access;
import jp.meguri.web.Created;
import jp.meguri.web.Idempotency;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/catalog/grading-schemes")
class GradingSchemeController {

	private final GradingSchemeService service;

	private final Idempotency idempotency;

	GradingSchemeController(GradingSchemeService service, Idempotency idempotency) {
		this.service = service;
		this.idempotency = idempotency;
	}

	@GetMapping
	Mono<Page<GradingSchemeView>> list(@RequestParam(required = false) @Nullable Integer fiscalYear, Actor actor) {
		return this.service.all(actor.municipality()).map((all) -> validIn(all, fiscalYear));
	}

	@GetMapping("/{id}")
	Mono<GradingSchemeView> get(@PathVariable UUID id, Actor actor) {
		return this.service.get(actor.municipality(), id).map(GradingSchemeView::of);
	}

	@PostMapping
	@Access(RoleCode.PLANNING)
	Mono<ResponseEntity<GradingSchemeView>> create(@RequestBody GradingSchemeRequest request, IdempotencyKey key,
			Actor actor) {
		Mono<Created> work = Mono.fromSupplier(() -> request.toScheme(Ids.next()))
			.flatMap((scheme) -> this.service.create(actor.municipality(), actor.toEventActor(), scheme))
			.map((scheme) -> new Created(scheme.id(), "/api/catalog/grading-schemes/" + scheme.id(),
					scheme.revision()));
		return this.idempotency.once(actor, "catalog/grading-schemes", key, request, work)
			.flatMap((created) -> get(created.id(), actor).map(created::with));
	}

	private static Page<GradingSchemeView> validIn(List<Versioned<GradingSchemeChanged>> all,
			@Nullable Integer fiscalYear) {
		return Page.of(all.stream()
			.filter((scheme) -> fiscalYear == null || isValidIn(scheme.state(), fiscalYear))
			.map(GradingSchemeView::of)
			.toList());
	}

	private static boolean isValidIn(GradingSchemeChanged scheme, int fiscalYear) {
		return scheme.firstYear() <= fiscalYear && fiscalYear <= scheme.lastYear();
	}

}
