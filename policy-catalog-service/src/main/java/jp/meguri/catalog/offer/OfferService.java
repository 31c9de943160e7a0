package jp.meguri.catalog.offer;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.catalog.grading.GradingSchemeService;
import jp.meguri.catalog.person.PersonService;
import jp.meguri.catalog.plan.Plan;
import jp.meguri.catalog.plan.PlanService;
import jp.meguri.catalog.unit.UnitService;
import jp.meguri.events.EventActor;
import jp.meguri.events.catalog.CatalogEvent.Assignment;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.events.catalog.CatalogEvent.PersonChanged;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import jp.meguri.events.goals.ImportEvent.OrganisationOffered;
import jp.meguri.events.goals.ImportEvent.PlanOffered;
import jp.meguri.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes over offered parts, inside the transaction of whoever received them. What is
 * refused is refused before the first row is written.
 */
@Service
class OfferService {

	static final String NO_RIGHT = "import.no-right";

	private final PlanService plans;

	private final GradingSchemeService schemes;

	private final UnitService units;

	private final PersonService persons;

	private final BusinessClock clock;

	OfferService(PlanService plans, GradingSchemeService schemes, UnitService units, PersonService persons,
			BusinessClock clock) {
		this.plans = plans;
		this.schemes = schemes;
		this.units = units;
		this.persons = persons;
		this.clock = clock;
	}

	/** Refuses unless the person plans for this city today; nobody else's word counts. */
	Mono<Void> requirePlanner(UUID municipality, EventActor actor) {
		return Mono.justOrEmpty(actor.person())
			.flatMap((person) -> this.persons.find(municipality, person))
			.filter((person) -> plansToday(person.state()))
			.switchIfEmpty(Mono.error(() -> new OfferRefusedException(NO_RIGHT)))
			.then();
	}

	/** Which of the offered ids are known under another id. */
	Mono<List<Match>> take(UUID municipality, EventActor actor, PlanOffered offer) {
		return edition(municipality, offer).flatMap((edition) -> scheme(municipality, offer, edition)
			.flatMap((scheme) -> write(municipality, actor, edition).then(write(municipality, actor, scheme.created()))
				.thenReturn(Stream.concat(edition.matches().stream(), scheme.matches().stream()).toList())));
	}

	Mono<List<Match>> take(UUID municipality, EventActor actor, OrganisationOffered offer) {
		return this.units.all(municipality)
			.map((all) -> UnitTaking.of(offer, all))
			.flatMap((taking) -> Flux.fromIterable(taking.created())
				.concatMap((unit) -> this.units.create(municipality, actor, unit))
				.then(Mono.just(taking.matches())));
	}

	private Mono<EditionTaking> edition(UUID municipality, PlanOffered offer) {
		return this.plans.plans(municipality)
			.flatMap((plans) -> this.plans.editions(municipality)
				.map((editions) -> EditionTaking.of(offer, plans, editions)));
	}

	private Mono<SchemeTaking> scheme(UUID municipality, PlanOffered offer, EditionTaking edition) {
		return this.schemes.all(municipality)
			.map((schemes) -> SchemeTaking.of(offer.gradingScheme(), edition.edition(),
					schemes.stream().map(Versioned::state).toList()));
	}

	private Mono<Void> write(UUID municipality, EventActor actor, EditionTaking taking) {
		if (!taking.isChanged()) {
			return Mono.empty();
		}
		@Nullable Plan plan = taking.newPlan();
		Mono<Void> owner = (plan != null) ? this.plans.create(municipality, actor, plan).then() : Mono.empty();
		var present = taking.present();
		return owner.then((present != null) ? this.plans.extend(municipality, actor, present, taking.edition()).then()
				: this.plans.create(municipality, actor, taking.edition()).then());
	}

	private Mono<Void> write(UUID municipality, EventActor actor, @Nullable GradingSchemeChanged scheme) {
		return (scheme != null) ? this.schemes.create(municipality, actor, scheme).then() : Mono.empty();
	}

	private boolean plansToday(PersonChanged person) {
		return person.assignments()
			.stream()
			.filter((assignment) -> assignment.role() == RoleCode.PLANNING)
			.anyMatch(this::isValidToday);
	}

	private boolean isValidToday(Assignment assignment) {
		var today = this.clock.today();
		return !today.isBefore(assignment.from()) && (assignment.to() == null || !today.isAfter(assignment.to()));
	}

}
