package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.goals.ImportEvent.OfferedResult;
import jp.meguri.events.goals.ImportEvent.ResultsOffered;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.goals.imports.ImportDraft.DraftResult;
import jp.meguri.goals.planlink.LinkTying;
import jp.meguri.goals.sheet.DraftedGoal;
import jp.meguri.goals.sheet.GoalDrafting;
import jp.meguri.outbox.Outbox;
import jp.meguri.reading.draft.Reading;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Correlation;
import jp.meguri.web.FieldError;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;

/**
 * Registers an import (登録): one transaction makes the goals of the sheet, in document
 * order, and offers results and policy review to the evaluation.
 */
@Component
class ImportRegistration {

	private final ImportService imports;

	private final ImportRepository repository;

	private final GoalAccess access;

	private final GoalDrafting drafting;

	private final LinkTying tying;

	private final Outbox outbox;

	private final CityTransaction transaction;

	private final BusinessClock clock;

	ImportRegistration(ImportService imports, ImportRepository repository, GoalAccess access, GoalDrafting drafting,
			LinkTying tying, Outbox outbox, CityTransaction transaction, BusinessClock clock) {
		this.imports = imports;
		this.repository = repository;
		this.access = access;
		this.drafting = drafting;
		this.tying = tying;
		this.outbox = outbox;
		this.transaction = transaction;
		this.clock = clock;
	}

	Mono<ImportService.WithParts> register(Actor actor, UUID id, long expected, UUID unit, int fiscalYear) {
		return this.access.city(actor)
			.flatMap((city) -> this.transaction.in(actor.municipality(),
					this.imports.locked(actor, id, expected)
						.flatMap((current) -> register(new Task(actor, city, current, unit, fiscalYear)))
						.then(Mono.defer(() -> this.repository.visibleTo(actor, id)))
						.flatMap(this.imports::withParts)));
	}

	private Mono<Void> register(Task task) {
		task.require();
		return this.tying.in(task.actor.municipality(), task.fiscalYear)
			.map((ties) -> task.contents(ties))
			.flatMap((contents) -> Flux.range(0, contents.size())
				.concatMap((i) -> create(task, contents.get(i)))
				.collectList())
			.flatMap((drafted) -> requireAlone(task, drafted).then(close(task, drafted))
				.then(Mono.defer(() -> offer(task, drafted))))
			.then(Mono.defer(() -> this.imports.record(task.actor, task.current, "import.register")));
	}

	private Mono<DraftedGoal> create(Task task, Part part) {
		return this.drafting.create(task.actor, task.fiscalYear, task.unit, part.kind, part.content)
			.onErrorMap(MeguriProblem.class, (problem) -> placed(problem, part.pointer));
	}

	/** Says where in the draft something is wrong, not where in a goal. */
	private static MeguriProblem placed(MeguriProblem problem, String pointer) {
		if (problem.name().equals("already-exists")) {
			return new MeguriProblem(409, "sheet-not-empty");
		}
		if (problem.errors().isEmpty()) {
			return problem;
		}
		List<FieldError> errors = problem.errors()
			.stream()
			.map((error) -> new FieldError(error.pointer().replaceFirst("^/content", pointer), error.key(),
					error.arguments()))
			.toList();
		return new MeguriProblem(problem.status(), problem.name(), errors, problem.arguments().toArray());
	}

	/** A document is a whole sheet: it is not mixed with goals that are there already. */
	private Mono<Void> requireAlone(Task task, List<DraftedGoal> drafted) {
		return this.repository.goalsOnSheet(task.actor.municipality(), drafted.get(0).sheet())
			.filter((there) -> there == drafted.size())
			.switchIfEmpty(Mono.error(() -> new MeguriProblem(409, "sheet-not-empty")))
			.then();
	}

	private Mono<Void> close(Task task, List<DraftedGoal> drafted) {
		UUID sheet = drafted.get(0).sheet();
		return this.repository.registered(task.current, task.unit, task.fiscalYear, sheet, task.actor, this.clock.now())
			.thenMany(Flux.range(0, drafted.size())
				.concatMap((i) -> this.repository.addGoal(task.current, i, drafted.get(i).id())))
			.then();
	}

	private Mono<Void> offer(Task task, List<DraftedGoal> drafted) {
		return Flux.fromIterable(task.offers(drafted))
			.concatMap((offer) -> this.repository.addPart(task.current, offer)
				.then(Correlation.with((correlation) -> this.outbox
					.append(task.announce(offer, drafted.get(0).sheet(), this.clock, correlation), Topics.GOALS))))
			.then();
	}

	/**
	 * @param pointer where in the draft it stands
	 */
	private record Part(GoalKind kind, GoalContent content, String pointer) {
	}

	/** One registration. */
	private record Task(Actor actor, CityDirectory city, StoredImport current, UUID unit, int fiscalYear) {

		void require() {
			if (!ImportService.mayImportFor(this.actor, this.unit)) {
				throw Problems.forbidden();
			}
			if (this.current.read().family() == Reading.Family.UNKNOWN) {
				throw new MeguriProblem(422, "import-family-unknown");
			}
			if (this.city.unit(this.unit).flatMap((found) -> found.in(this.fiscalYear)).isEmpty()) {
				throw Problems.validation("/unit", "unit-not-in-year");
			}
			if (this.city.cycle(this.fiscalYear).isEmpty()) {
				throw new MeguriProblem(409, "year-not-open");
			}
			if (!hasHead() && this.current.draft().goals().isEmpty()) {
				throw new MeguriProblem(422, "import-empty");
			}
		}

		/** Whether there is anything of mission, policies and their review. */
		boolean hasHead() {
			ImportDraft draft = this.current.draft();
			return !draft.mission().isEmpty() || !draft.policies().isEmpty() || !draft.review().isEmpty();
		}

		List<Part> contents(LinkTying.Ties ties) {
			List<Part> parts = new ArrayList<>();
			ImportDraft draft = this.current.draft();
			if (hasHead()) {
				parts.add(new Part(GoalKind.MISSION_AND_POLICIES, head(draft), "/draft"));
			}
			for (int i = 0; i < draft.goals().size(); i++) {
				DraftGoal goal = draft.goals().get(i);
				parts.add(new Part(goal.kind(), tied(goal.content(), ties), "/draft/goals/" + i + "/content"));
			}
			return parts;
		}

		private static GoalContent head(ImportDraft draft) {
			return new GoalContent("", List.of(), draft.mission(), draft.policies(), List.of(), List.of(), List.of(),
					List.of(), null, null);
		}

		private static GoalContent tied(GoalContent content, LinkTying.Ties ties) {
			return new GoalContent(content.title(), content.tags(), content.mission(), content.policies(),
					content.statement(), content.actions(), content.roadmap(), ties.tie(content.links()),
					content.contributesTo(), content.leadSection());
		}

		List<ImportPart.Offer> offers(List<DraftedGoal> drafted) {
			List<ImportPart.Offer> offers = new ArrayList<>();
			List<OfferedResult> results = results(drafted);
			if (!results.isEmpty()) {
				offers.add(new ImportPart.Offer(1, ImportPart.Content.RESULTS, results));
			}
			List<Block> review = this.current.draft().review();
			if (!review.isEmpty()) {
				ReportContent content = new ReportContent(review, List.of(), List.of(), List.of(), List.of(), null,
						null);
				offers.add(new ImportPart.Offer(offers.size() + 1, ImportPart.Content.POLICY_REVIEW,
						List.of(new OfferedResult(drafted.get(0).id(), content))));
			}
			return offers;
		}

		private List<OfferedResult> results(List<DraftedGoal> drafted) {
			List<DraftGoal> goals = this.current.draft().goals();
			int first = drafted.size() - goals.size();
			return IntStream.range(0, goals.size())
				.filter((i) -> !goals.get(i).result().isEmpty())
				.mapToObj((i) -> new OfferedResult(drafted.get(first + i).id(), report(goals.get(i).result())))
				.toList();
		}

		private static ReportContent report(DraftResult result) {
			return new ReportContent(List.of(), result.achievements(), result.directions(), List.of(), List.of(), null,
					null);
		}

		EventEnvelope<ResultsOffered> announce(ImportPart.Offer offer, UUID sheet, BusinessClock clock,
				@Nullable String correlation) {
			CycleMode mode = this.city.cycle(this.fiscalYear).orElseThrow().mode();
			return EventEnvelope.of(this.actor.municipality(), "import", this.current.id(), offer.part(), sheet,
					clock.now(), mode, this.actor.toEventActor(), correlation, new ResultsOffered(this.current.id(),
							offer.part(), sheet, this.unit, this.fiscalYear, offer.results()));
		}

	}

}
