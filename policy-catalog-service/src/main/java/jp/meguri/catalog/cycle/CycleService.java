package jp.meguri.catalog.cycle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.meguri.catalog.change.Change;
import jp.meguri.catalog.change.Changes;
import jp.meguri.catalog.change.Documents;
import jp.meguri.catalog.change.Given;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.catalog.unit.UnitService;
import jp.meguri.events.EventActor;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.catalog.CatalogEvent.Extension;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Cycles with their entry periods.
 */
@Service
public final class CycleService {

	private static final Comparator<Versioned<CycleChanged>> LATEST_FIRST = Comparator
		.<Versioned<CycleChanged>>comparingInt((cycle) -> cycle.state().fiscalYear())
		.reversed();

	private final Documents<CycleChanged> cycles;

	private final UnitService units;

	private final Changes changes;

	private final BusinessClock clock;

	CycleService(Changes changes, UnitService units, BusinessClock clock) {
		this.cycles = changes.documents("cycle", CycleChanged.class);
		this.units = units;
		this.changes = changes;
		this.clock = clock;
	}

	/** All of them, the latest year first. */
	Mono<List<Versioned<CycleChanged>>> all(UUID municipality) {
		return this.cycles.all(municipality).map((all) -> all.stream().sorted(LATEST_FIRST).toList());
	}

	Mono<Versioned<CycleChanged>> get(UUID municipality, UUID id) {
		return this.cycles.get(municipality, id);
	}

	Mono<WindowView> window(UUID municipality, UUID window) {
		return this.cycles.lockByMember(municipality, "windows", window)
			.switchIfEmpty(Mono.error(Problems::notFound))
			.map((cycle) -> WindowView.in(cycle.state(), window));
	}

	Mono<Versioned<CycleChanged>> ofYear(UUID municipality, int fiscalYear) {
		return all(municipality)
			.flatMap((all) -> Mono
				.justOrEmpty(all.stream().filter((cycle) -> cycle.state().fiscalYear() == fiscalYear).findFirst()))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

	public Mono<Versioned<CycleChanged>> create(UUID municipality, EventActor actor, CycleChanged cycle) {
		return this.changes.in(municipality,
				this.units.carryInto(municipality, actor, cycle.fiscalYear())
					.then(Mono.defer(() -> this.cycles.insert(municipality, cycle.id(), cycle)))
					.delayUntil((created) -> announce(municipality, actor, "cycle.create", created, Map.of())));
	}

	Mono<WindowView> change(UUID municipality, EventActor actor, UUID window, long expected, WindowRequest request) {
		return decide(municipality, actor, window, "window.change", Given.text(request.reason()),
				(cycle) -> WindowRules.change(cycle, window, expected, request, this.clock.now()));
	}

	Mono<WindowView> close(UUID municipality, EventActor actor, UUID window, long expected, ClosingRequest request) {
		return decide(municipality, actor, window, "window.close", Given.text(request.reason()),
				(cycle) -> WindowRules.close(cycle, window, expected, request, this.clock.now()));
	}

	Mono<WindowView> extend(UUID municipality, EventActor actor, UUID window, Extension extension) {
		Mono<WindowView> decision = decide(municipality, actor, window, "window.extend", extension.reason(),
				(cycle) -> WindowRules.extend(cycle, window, extension));
		return this.changes.in(municipality, requireUnit(municipality, extension.unit()).then(decision));
	}

	private Mono<WindowView> decide(UUID municipality, EventActor actor, UUID window, String action, String reason,
			UnaryOperator<CycleChanged> decision) {
		Map<String, String> facts = Map.of("window", window.toString(), "reason", reason);
		return this.changes.in(municipality,
				this.cycles.lockByMember(municipality, "windows", window)
					.switchIfEmpty(Mono.error(Problems::notFound))
					.flatMap((cycle) -> this.cycles.replace(municipality, cycle, decision.apply(cycle.state())))
					.delayUntil((changed) -> announce(municipality, actor, action, changed, facts))
					.map((changed) -> WindowView.in(changed.state(), window)));
	}

	private Mono<Void> requireUnit(UUID municipality, UUID unit) {
		return this.units.all(municipality)
			.filter((all) -> all.stream().anyMatch((candidate) -> candidate.id().equals(unit)))
			.switchIfEmpty(Mono.error(() -> Problems.validation("/unit", "unit")))
			.then();
	}

	private Mono<Void> announce(UUID municipality, EventActor actor, String action, Versioned<CycleChanged> cycle,
			Map<String, String> facts) {
		return this.changes
			.announce(new Change(municipality, actor, "cycle", action, cycle, cycle.state().mode(), facts));
	}

}
