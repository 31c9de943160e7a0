package jp.meguri.gateway.ui;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Directory;
import jp.meguri.directory.FiscalYear;
import jp.meguri.directory.Role;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.gateway.access.CallingActor;
import jp.meguri.time.BusinessClock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells the user interface who is signed in, for which units, and what day it is.
 */
@RestController
class MeController {

	private final Directory directory;

	private final BusinessClock clock;

	MeController(Directory directory, BusinessClock clock) {
		this.directory = directory;
		this.clock = clock;
	}

	@GetMapping("/api/me")
	Mono<MeView> me(ServerWebExchange exchange) {
		var actor = CallingActor.of(exchange);
		var today = this.clock.today();
		return Flux.fromIterable(actor.roles())
			.concatMap((role) -> role(actor, role, today))
			.collectList()
			.map((roles) -> view(actor, roles, today));
	}

	private Mono<RoleView> role(Actor actor, Role role, LocalDate today) {
		int year = FiscalYear.of(today).year();
		return this.directory.unit(actor.municipality(), role.unit())
			.map((unit) -> new RoleView(unit.id(), unit.nameIn(year), unit.code(), role.code(), role.isDirect()));
	}

	private static MeView view(Actor actor, List<RoleView> roles, LocalDate today) {
		var city = actor.city();
		return new MeView(new PersonView(actor.person(), actor.name()),
				new CityView(city.id(), city.slug(), city.name()), roles, today, FiscalYear.of(today).year(),
				new CsrfView("X-XSRF-TOKEN", "XSRF-TOKEN"));
	}

	record MeView(PersonView person, CityView municipality, Collection<RoleView> roles, LocalDate today, int fiscalYear,
			CsrfView csrf) {
	}

	record PersonView(UUID id, String name) {
	}

	record CityView(UUID id, String slug, String name) {
	}

	/**
	 * @param direct whether the person is assigned to this very unit, rather than to the
	 * department above it
	 */
	record RoleView(UUID unit, String unitName, String unitCode, RoleCode role, boolean direct) {
	}

	record CsrfView(String header, String cookie) {
	}

}
