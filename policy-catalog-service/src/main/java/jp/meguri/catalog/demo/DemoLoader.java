package jp.meguri.catalog.demo;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Changes;
import jp.meguri.catalog.cycle.CycleService;
import jp.meguri.catalog.grading.GradingSchemeService;
import jp.meguri.catalog.municipality.MunicipalityService;
import jp.meguri.catalog.operators.OperatorProperties;
import jp.meguri.catalog.operators.OperatorTenant;
import jp.meguri.catalog.person.PersonService;
import jp.meguri.catalog.plan.PlanService;
import jp.meguri.catalog.unit.UnitService;
import jp.meguri.database.Failures;
import jp.meguri.database.lease.LeasedLoop;
import jp.meguri.events.EventActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Loads the invented cities once, each at once or not at all.
 */
@Component
@ConditionalOnProperty("meguri.demo")
final class DemoLoader implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);

	// A first start shares its processors with four others.
	private static final Duration LIMIT = Duration.ofMinutes(5);

	private final DemoCities cities;

	private final OperatorProperties operators;

	private final OperatorTenant tenant;

	private final MunicipalityService municipalities;

	private final UnitService units;

	private final PersonService persons;

	private static final RetryBackoffSpec PATIENTLY = Retry.backoff(10, Duration.ofSeconds(1))
		.filter(Failures::isTransient);

	private final PlanService plans;

	private final GradingSchemeService schemes;

	private final CycleService cycles;

	private final Changes changes;

	private final LeasedLoop heartbeatLoop;

	DemoLoader(@Value("${meguri.demo-issuers}") String issuers, OperatorTenant tenant,
			MunicipalityService municipalities, UnitService units, PersonService persons, PlanService plans,
			GradingSchemeService schemes, CycleService cycles, Changes changes, LeasedLoop heartbeatLoop) {
		this.cities = new DemoCities(issuers);
		this.operators = new OperatorProperties(issuers + "/operations",
				List.of(new OperatorProperties.Operator("ops", "運用 担当", "ops@operations.example")));
		this.tenant = tenant;
		this.municipalities = municipalities;
		this.units = units;
		this.persons = persons;
		this.plans = plans;
		this.schemes = schemes;
		this.cycles = cycles;
		this.changes = changes;
		this.heartbeatLoop = heartbeatLoop;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		// Runs once, on the thread that starts the application.
		Flux.fromIterable(this.cities.all())
			.concatMap((city) -> loadOnce(city).retryWhen(PATIENTLY))
			.then(this.tenant.ensure(this.operators))
			.block(LIMIT);
		this.heartbeatLoop.wake();
	}

	private Mono<Void> loadOnce(DemoCity city) {
		return this.municipalities.find(city.municipality().id())
			.hasElement()
			.flatMap((exists) -> exists ? Mono.empty() : load(city))
			.onErrorComplete(DuplicateKeyException.class);
	}

	private Mono<Void> load(DemoCity city) {
		UUID id = city.municipality().id();
		EventActor actor = EventActor.SYSTEM;
		Mono<Void> office = this.municipalities.create(actor, city.municipality())
			.thenMany(Flux.fromIterable(city.units()))
			.concatMap((unit) -> this.units.create(id, actor, unit))
			.thenMany(Flux.fromIterable(city.persons()))
			.concatMap((person) -> this.persons.create(id, actor, person))
			.then();
		Mono<Void> policy = Flux.fromIterable(city.plans())
			.concatMap((plan) -> this.plans.create(id, actor, plan))
			.thenMany(Flux.fromIterable(city.editions()))
			.concatMap((edition) -> this.plans.create(id, actor, edition))
			.thenMany(Flux.fromIterable(city.schemes()))
			.concatMap((scheme) -> this.schemes.create(id, actor, scheme))
			.thenMany(Flux.fromIterable(city.cycles()))
			.concatMap((cycle) -> this.cycles.create(id, actor, cycle))
			.then();
		return this.changes.in(id, office.then(policy).thenReturn(city))
			.doOnNext((loaded) -> log.info("Loaded the invented city {}", loaded.municipality().name()))
			.then();
	}

}
