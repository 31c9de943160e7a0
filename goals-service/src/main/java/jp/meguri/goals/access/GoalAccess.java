package jp.meguri.goals.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.CycleView;
import jp.meguri.directory.Directory;
import jp.meguri.directory.FiscalYear;
import jp.meguri.directory.Unit;
import jp.meguri.directory.WindowRule;
import jp.meguri.directory.WindowStatus;
import jp.meguri.directory.WindowStatus.State;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.WindowKind;
import jp.meguri.review.WhoseTurn;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds the circumstances of a request in the copy of the city office.
 */
@Component
public final class GoalAccess {

	private static final WindowStatus NO_WINDOW = new WindowStatus(State.NO_WINDOW, null, null, null, "", 0);

	private final Directory directory;

	private final BusinessClock clock;

	GoalAccess(Directory directory, BusinessClock clock) {
		this.directory = directory;
		this.clock = clock;
	}

	/** For one unit and year; 404 where the caller's city has no such unit. */
	public Mono<Circumstances> on(Actor actor, int fiscalYear, UUID unit) {
		return city(actor).filter((city) -> city.unit(unit).isPresent())
			.map((city) -> on(city, actor, fiscalYear, unit))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

	/** For a goal that is there, also where its unit is not known yet. */
	public Mono<Circumstances> of(Actor actor, int fiscalYear, UUID unit) {
		return city(actor).map((city) -> on(city, actor, fiscalYear, unit));
	}

	/**
	 * For a plan's sheet as a whole, which the planning division keeps; its goals have
	 * owners of their own.
	 */
	public Mono<Circumstances> onPlan(Actor actor, int fiscalYear) {
		return city(actor).map((city) -> onPlan(city, actor, fiscalYear));
	}

	/** For one of several plans' sheets of a city that was asked for once. */
	public Circumstances onPlan(CityDirectory city, Actor actor, int fiscalYear) {
		UUID planning = city.units(FiscalYear.of(this.clock.today()).year())
			.stream()
			.filter((unit) -> unit.kind() == UnitKind.PLANNING_DIVISION)
			.findFirst()
			.map(Unit::id)
			.orElseThrow(Problems::notFound);
		return on(city, actor, fiscalYear, planning);
	}

	/** For one of several units of a city that was asked for once. */
	public Circumstances on(CityDirectory city, Actor actor, int fiscalYear, UUID unit) {
		return of(city, actor, fiscalYear, unit, this.clock.now(), this.clock.today());
	}

	static Circumstances of(CityDirectory city, Actor actor, int fiscalYear, UUID unit, Instant now, LocalDate today) {
		Optional<CycleView> cycle = city.cycle(fiscalYear);
		WindowStatus window = cycle.map((found) -> WindowRule.check(found, WindowKind.GOALS, null, unit, now))
			.orElse(NO_WINDOW);
		return new Circumstances(actor, city, fiscalYear, unit, cycle.map(CycleView::mode).orElse(CycleMode.LIVE),
				window, WhoseTurn.planningContact(city, today), now, today);
	}

	/** The caller's city office. */
	public Mono<CityDirectory> city(Actor actor) {
		return this.directory.city(actor.municipality()).switchIfEmpty(Mono.error(Problems::notFound));
	}

}
