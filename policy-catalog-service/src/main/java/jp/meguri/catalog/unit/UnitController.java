package jp.meguri.catalog.unit;

import java.util.List;
import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.FiscalYear;
import jp.meguri.directory.Unit;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.time.BusinessClock;
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
@RequestMapping("/api/catalog/units")
class UnitController {

	private final UnitService service;

	private final Idempotency idempotency;

	private final BusinessClock clock;

	UnitController(UnitService service, Idempotency idempotency, BusinessClock clock) {
		this.service = service;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	/**
	 * The units of a fiscal year, this year's without one: each department before its
	 * sections.
	 */
	@GetMapping
	Mono<Page<UnitOfYear>> list(@RequestParam(required = false) @Nullable Integer fiscalYear, Actor actor) {
		int year = (fiscalYear != null) ? fiscalYear : FiscalYear.of(this.clock.today()).year();
		return this.service.all(actor.municipality()).map((all) -> list(all, year, actor));
	}

	@GetMapping("/{id}")
	Mono<UnitView> get(@PathVariable UUID id, Actor actor) {
		return this.service.get(actor.municipality(), id).map(UnitView::of);
	}

	@PostMapping
	@Access(RoleCode.PLANNING)
	Mono<ResponseEntity<UnitView>> create(@RequestBody NewUnitRequest request, IdempotencyKey key, Actor actor) {
		return this.idempotency.once(actor, "catalog/units", key, request, create(request, actor))
			.flatMap((created) -> get(created.id(), actor).map(created::with));
	}

	@PutMapping("/{id}")
	@Access(RoleCode.PLANNING)
	Mono<UnitView> change(@PathVariable UUID id, @RequestBody UnitRequest request, Revision expected, Actor actor) {
		return this.service.change(actor.municipality(), actor.toEventActor(), id, expected.value(), request)
			.map(UnitView::of);
	}

	private Mono<Created> create(NewUnitRequest request, Actor actor) {
		return Mono.fromSupplier(() -> request.toUnit(Ids.next()))
			.flatMap((UnitChanged unit) -> this.service.create(actor.municipality(), actor.toEventActor(), unit))
			.map((unit) -> new Created(unit.id(), "/api/catalog/units/" + unit.id(), unit.revision()));
	}

	private static Page<UnitOfYear> list(List<UnitChanged> all, int year, Actor actor) {
		var city = new CityDirectory(actor.city(), all.stream().map((unit) -> unit(unit, actor)).toList(), List.of(),
				List.of());
		return Page.of(city.units(year).stream().map((unit) -> UnitOfYear.of(unit, year)).toList());
	}

	private static Unit unit(UnitChanged unit, Actor actor) {
		return new Unit(unit.id(), actor.municipality(), unit.code(), unit.kind(), unit.years());
	}

}
