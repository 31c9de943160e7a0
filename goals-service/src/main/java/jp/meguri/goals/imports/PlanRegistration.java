package jp.meguri.goals.imports;

import java.util.List;
import java.util.Optional;
import jp.meguri.goals.sheet.DraftedGoal;
import jp.meguri.goals.sheet.PlanDrafting;
import jp.meguri.goals.sheet.SheetPlans;
import jp.meguri.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Registers a document of a plan: makes the goals of the plan's sheet, in document order,
 * and offers the plan, the sections to be created and the results to their owners. Inside
 * the caller's transaction, in which the import is locked.
 */
@Component
class PlanRegistration {

	private final ImportRepository repository;

	private final ImportOffers offers;

	private final PlanDrafting drafting;

	private final SheetPlans plans;

	private final IndicatorTies ties;

	private final BusinessClock clock;

	PlanRegistration(ImportRepository repository, ImportOffers offers, PlanDrafting drafting, SheetPlans plans,
			IndicatorTies ties, BusinessClock clock) {
		this.repository = repository;
		this.offers = offers;
		this.drafting = drafting;
		this.plans = plans;
		this.ties = ties;
		this.clock = clock;
	}

	Mono<Void> register(PlanTask task) {
		task.require();
		return this.plans.like(task.actor().municipality(), task.named())
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.zipWhen((known) -> this.ties.register(task.actor().municipality(), task.current().draft().indicators()),
					(known, indicators) -> new PlanParts(task, known.orElse(null), indicators))
			.flatMap((parts) -> this.drafting.create(task.actor(), task.fiscalYear(), parts.plan(), parts.rows())
				.flatMap((drafted) -> close(task, parts, drafted)
					.then(Mono.defer(() -> this.offers.send(task.sender(drafted), parts.offers(drafted))))));
	}

	private Mono<Void> close(PlanTask task, PlanParts parts, List<DraftedGoal> drafted) {
		var target = new ImportRepository.Target(null, parts.plan().edition(), task.fiscalYear(),
				drafted.get(0).sheet());
		return this.repository.registered(task.current(), target, task.actor(), this.clock.now())
			.thenMany(Flux.range(0, drafted.size())
				.concatMap((i) -> this.repository.addGoal(task.current(), i, drafted.get(i).id())))
			.then();
	}

}
