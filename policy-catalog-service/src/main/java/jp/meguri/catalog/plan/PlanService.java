package jp.meguri.catalog.plan;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Change;
import jp.meguri.catalog.change.Changes;
import jp.meguri.catalog.change.Documents;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.events.EventActor;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.web.Problems;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Plans and their editions. At most one edition of a plan is valid in a fiscal year,
 * because a code means something only inside its edition.
 */
@Service
public final class PlanService {

	private final Documents<Plan> plans;

	private final Documents<PlanEditionChanged> editions;

	private final Changes changes;

	PlanService(Changes changes) {
		this.plans = changes.documents("plan", Plan.class);
		this.editions = changes.documents("plan_edition", PlanEditionChanged.class);
		this.changes = changes;
	}

	Mono<Versioned<Plan>> plan(UUID municipality, UUID id) {
		return this.plans.get(municipality, id);
	}

	/** By its own id and its plan's: under another plan it is not there. */
	Mono<Versioned<PlanEditionChanged>> edition(UUID municipality, UUID plan, UUID id) {
		return this.editions.find(municipality, id)
			.filter((edition) -> edition.state().plan().equals(plan))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

	/** All plans of the city. */
	public Mono<List<Plan>> plans(UUID municipality) {
		return this.plans.all(municipality).map((all) -> all.stream().map(Versioned::state).toList());
	}

	/** All editions of the city's plans. */
	public Mono<List<Versioned<PlanEditionChanged>>> editions(UUID municipality) {
		return this.editions.all(municipality);
	}

	/**
	 * A plan is announced with its editions, but entered into the audit trail at once.
	 */
	public Mono<Versioned<Plan>> create(UUID municipality, EventActor actor, Plan plan) {
		return this.changes.in(municipality, this.plans.insert(municipality, plan.id(), plan)
			.delayUntil((created) -> this.changes.enter(municipality, actor, "plan", "plan.create", created)));
	}

	public Mono<Versioned<PlanEditionChanged>> create(UUID municipality, EventActor actor, PlanEditionChanged edition) {
		return this.changes.in(municipality,
				this.plans.lock(municipality, edition.plan())
					.then(requireNoOverlap(municipality, edition))
					.then(Mono.defer(() -> this.editions.insert(municipality, edition.id(), edition)))
					.delayUntil((created) -> announce(municipality, actor, "plan-edition.create", created)));
	}

	/** Adds to an edition what was not known of it; its years stay. */
	public Mono<Versioned<PlanEditionChanged>> extend(UUID municipality, EventActor actor,
			Versioned<PlanEditionChanged> edition, PlanEditionChanged extended) {
		return this.changes.in(municipality, this.editions.replace(municipality, edition, extended)
			.delayUntil((changed) -> announce(municipality, actor, "plan-edition.extend", changed)));
	}

	Mono<Versioned<PlanEditionChanged>> change(UUID municipality, EventActor actor, UUID plan, UUID id, long expected,
			EditionRequest request) {
		return this.changes.in(municipality,
				plan(municipality, plan)
					.flatMap((found) -> edition(municipality, plan, id)
						.flatMap((edition) -> change(municipality, found.state(), edition, expected, request)))
					.delayUntil((changed) -> announce(municipality, actor, "plan-edition.change", changed)));
	}

	private Mono<Versioned<PlanEditionChanged>> change(UUID municipality, Plan plan,
			Versioned<PlanEditionChanged> edition, long expected, EditionRequest request) {
		if (edition.revision() != expected) {
			return Mono.error(Problems.revisionConflict(edition.revision()));
		}
		PlanEditionChanged changed = request.applyTo(edition.state(), plan);
		return this.plans.lock(municipality, plan.id())
			.then(requireNoOverlap(municipality, changed))
			.then(this.editions.replace(municipality, edition, changed));
	}

	private Mono<Void> requireNoOverlap(UUID municipality, PlanEditionChanged edition) {
		return this.editions.all(municipality)
			.filter((all) -> all.stream().map(Versioned::state).noneMatch((other) -> overlap(other, edition)))
			.switchIfEmpty(Mono.error(() -> Problems.validation("/firstYear", "overlap")))
			.then();
	}

	private static boolean overlap(PlanEditionChanged other, PlanEditionChanged edition) {
		return !other.id().equals(edition.id()) && other.plan().equals(edition.plan())
				&& other.firstYear() <= edition.lastYear() && edition.firstYear() <= other.lastYear();
	}

	private Mono<Void> announce(UUID municipality, EventActor actor, String action,
			Versioned<PlanEditionChanged> edition) {
		return this.changes.announce(new Change(municipality, actor, "plan-edition", action, edition));
	}

}
