package jp.meguri.catalog.municipality;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Changes;
import jp.meguri.catalog.change.Given;
import jp.meguri.catalog.municipality.MunicipalityRequest.Planner;
import jp.meguri.catalog.person.PersonService;
import jp.meguri.catalog.unit.UnitService;
import jp.meguri.database.Ids;
import jp.meguri.directory.FiscalYear;
import jp.meguri.events.EventActor;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sets up a new city: the city itself, its planning division and the first planner, at
 * once or not at all.
 */
@Component
final class CityFounding {

	private final MunicipalityService municipalities;

	private final UnitService units;

	private final PersonService persons;

	private final Changes changes;

	private final BusinessClock clock;

	CityFounding(MunicipalityService municipalities, UnitService units, PersonService persons, Changes changes,
			BusinessClock clock) {
		this.municipalities = municipalities;
		this.units = units;
		this.persons = persons;
		this.changes = changes;
		this.clock = clock;
	}

	Mono<UUID> found(EventActor actor, MunicipalityChanged municipality, MunicipalityRequest request) {
		UUID id = municipality.id();
		Mono<Void> first = this.municipalities.create(actor, municipality).then();
		Planner planner = request.planner();
		Mono<Void> whole = (planner != null) ? first.then(firstPlanner(actor, municipality, planner)) : first;
		return this.changes.in(id, whole.thenReturn(id));
	}

	private Mono<Void> firstPlanner(EventActor actor, MunicipalityChanged municipality, Planner planner) {
		LocalDate today = this.clock.today();
		int year = FiscalYear.of(today).year();
		UnitYear name = new UnitYear(year, Given.value(planner.unitName()), null, 1, "", "", "");
		UnitYear nextYear = new UnitYear(year + 1, name.name(), null, 1, "", "", "");
		var division = new UnitChanged(Ids.next(), Given.value(planner.unitCode()), UnitKind.PLANNING_DIVISION,
				List.of(name, nextYear));
		var assignment = new Assignment(Ids.next(), division.id(), RoleCode.PLANNING, today, null);
		var person = new PersonChanged(Ids.next(), Given.value(planner.personName()), Given.text(planner.email()),
				municipality.issuers().get(0), planner.subject(), List.of(assignment));
		return this.units.create(municipality.id(), actor, division)
			.then(this.persons.create(municipality.id(), actor, person))
			.then();
	}

}
