package jp.meguri.catalog.operators;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Changes;
import jp.meguri.catalog.municipality.MunicipalityService;
import jp.meguri.catalog.operators.OperatorProperties.Operator;
import jp.meguri.catalog.person.PersonService;
import jp.meguri.catalog.unit.UnitService;
import jp.meguri.events.EventActor;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.MunicipalityChanged;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes sure the operators' tenant exists: somebody has to create the first city.
 */
@Component
public final class OperatorTenant implements ApplicationRunner {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final UUID TENANT = id("tenant");

	private static final UUID UNIT = id("unit");

	private static final LocalDate EVER_SINCE = LocalDate.of(2020, 4, 1);

	private final OperatorProperties operators;

	private final MunicipalityService municipalities;

	private final UnitService units;

	private final PersonService persons;

	private final Changes changes;

	OperatorTenant(OperatorProperties operators, MunicipalityService municipalities, UnitService units,
			PersonService persons, Changes changes) {
		this.operators = operators;
		this.municipalities = municipalities;
		this.units = units;
		this.persons = persons;
		this.changes = changes;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!this.operators.issuer().isBlank()) {
			// Runs once, on the thread that starts the application.
			ensure(this.operators).block(LIMIT);
		}
	}

	/** Adds what is missing; doing it again changes nothing. */
	public Mono<Void> ensure(OperatorProperties wanted) {
		Mono<Void> tenant = this.municipalities.find(TENANT)
			.hasElement()
			.flatMap((exists) -> exists ? Mono.empty() : found(wanted.issuer()));
		return tenant.thenMany(Flux.fromIterable(wanted.people()))
			.concatMap((operator) -> ensure(wanted.issuer(), operator))
			.then();
	}

	private Mono<Void> found(String issuer) {
		var tenant = new MunicipalityChanged(TENANT, "operations", "Meguri運用", true, List.of(issuer));
		var unit = new UnitChanged(UNIT, "operations", UnitKind.SECTION, List.of());
		return this.changes
			.in(TENANT,
					this.municipalities.create(EventActor.SYSTEM, tenant)
						.then(this.units.create(TENANT, EventActor.SYSTEM, unit))
						.then())
			.onErrorComplete(DuplicateKeyException.class);
	}

	private Mono<Void> ensure(String issuer, Operator operator) {
		UUID id = id("person/" + issuer + "/" + operator.subject());
		var assignment = new Assignment(id("assignment/" + id), UNIT, RoleCode.OPERATOR, EVER_SINCE, null);
		var person = new PersonChanged(id, operator.name(), operator.email(), issuer, operator.subject(),
				List.of(assignment));
		return this.persons.find(TENANT, id)
			.hasElement()
			.flatMap((exists) -> exists ? Mono.<Void>empty()
					: this.persons.create(TENANT, EventActor.SYSTEM, person).then())
			.onErrorComplete(DuplicateKeyException.class);
	}

	private static UUID id(String name) {
		return UUID.nameUUIDFromBytes(("operations/" + name).getBytes(StandardCharsets.UTF_8));
	}

}
