package jp.meguri.catalog.unit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.catalog.change.Change;
import jp.meguri.catalog.change.Changes;
import jp.meguri.catalog.change.Documents;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.events.EventActor;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.web.Problems;
import jp.meguri.web.Violations;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The units of a city.
 */
@Service
public final class UnitService {

	private final Documents<UnitChanged> units;

	private final Changes changes;

	UnitService(Changes changes) {
		this.units = changes.documents("unit", UnitChanged.class);
		this.changes = changes;
	}

	Mono<Versioned<UnitChanged>> get(UUID municipality, UUID id) {
		return this.units.get(municipality, id);
	}

	/** All units of the city, whatever the year. */
	public Mono<List<UnitChanged>> all(UUID municipality) {
		return this.units.all(municipality).map((all) -> all.stream().map(Versioned::state).toList());
	}

	public Mono<Versioned<UnitChanged>> create(UUID municipality, EventActor actor, UnitChanged unit) {
		return this.changes.in(municipality,
				requirePlace(municipality, unit)
					.then(Mono.defer(() -> this.units.insert(municipality, unit.id(), unit)))
					.delayUntil((created) -> announce(municipality, actor, "unit.create", created)));
	}

	Mono<Versioned<UnitChanged>> change(UUID municipality, EventActor actor, UUID id, long expected,
			UnitRequest request) {
		return this.changes.in(municipality,
				this.units.lock(municipality, id)
					.switchIfEmpty(Mono.error(Problems::notFound))
					.flatMap((unit) -> change(municipality, unit, expected, request))
					.delayUntil((changed) -> announce(municipality, actor, "unit.change", changed)));
	}

	/**
	 * Gives a fiscal year that knows no unit yet the units of the year nearest to it. Who
	 * held the posts then is not known and stays empty; a planner corrects what was
	 * different.
	 */
	public Mono<Void> carryInto(UUID municipality, EventActor actor, int fiscalYear) {
		return this.units.all(municipality).flatMap((all) -> {
			Map<UUID, UnitChanged> carried = CarriedUnits.into(fiscalYear, all.stream().map(Versioned::state).toList())
				.stream()
				.collect(Collectors.toMap(UnitChanged::id, Function.identity()));
			return Flux.fromIterable(all)
				.filter((unit) -> carried.containsKey(unit.id()))
				.concatMap((unit) -> this.units.replace(municipality, unit,
						Objects.requireNonNull(carried.get(unit.id()))))
				.concatMap((changed) -> announce(municipality, actor, "unit.carry", changed))
				.then();
		});
	}

	private Mono<Versioned<UnitChanged>> change(UUID municipality, Versioned<UnitChanged> unit, long expected,
			UnitRequest request) {
		if (unit.revision() != expected) {
			return Mono.error(Problems.revisionConflict(unit.revision()));
		}
		UnitChanged changed = request.applyTo(unit.state());
		return requirePlace(municipality, changed).then(this.units.replace(municipality, unit, changed));
	}

	private Mono<Void> requirePlace(UUID municipality, UnitChanged unit) {
		return all(municipality).map((all) -> Stream.concat(all.stream(), Stream.of(unit)).collect(Collectors.toList()))
			.doOnNext((all) -> {
				var violations = new Violations();
				new UnitTree(all).check(unit, violations);
				violations.refuse();
			})
			.then();
	}

	private Mono<Void> announce(UUID municipality, EventActor actor, String action, Versioned<UnitChanged> unit) {
		return this.changes.announce(new Change(municipality, actor, "unit", action, unit));
	}

}
