package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.events.CycleMode;
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
import jp.meguri.reading.draft.Reading;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.FieldError;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;

/**
 * Registers an import (登録): one transaction makes the goals of the sheet, in document
 * order, and offers results and policy review to the evaluation. A workbook of ours
 * changes the goals that are there.
 */
@Component
class ImportRegistration {

	private final ImportService imports;

	private final ImportRepository repository;

	private final GoalAccess access;

	private final GoalDrafting drafting;

	private final LinkTying tying;

	private final ImportOffers offers;

	private final PlanRegistration plans;

	private final WorkbookRegistration workbooks;

	private final CityTransaction transaction;

	private final BusinessClock clock;

	ImportRegistration(ImportService imports, ImportRepository repository, GoalAccess access, GoalDrafting drafting,
			LinkTying tying, ImportOffers offers, PlanRegistration plans, WorkbookRegistration workbooks,
			CityTransaction transaction, BusinessClock clock) {
		this.imports = imports;
		this.repository = repository;
		this.access = access;
		this.drafting = drafting;
		this.tying = tying;
		this.offers = offers;
		this.plans = plans;
		this.workbooks = workbooks;
		this.transaction = transaction;
		this.clock = clock;
	}

	Mono<ImportService.WithParts> register(Actor actor, UUID id, long expected, RegistrationRequest request) {
		return this.access.city(actor)
			.flatMap((city) -> this.transaction.in(actor.municipality(),
					this.imports.locked(actor, id, expected)
						.flatMap((current) -> register(actor, city, current, request)
							.then(Mono.defer(() -> this.imports.record(actor, current, "import.register"))))
						.then(Mono.defer(() -> this.repository.visibleTo(actor, id)))
						.flatMap(this.imports::withParts)));
	}

	private Mono<Void> register(Actor actor, CityDirectory city, StoredImport current, RegistrationRequest request) {
		if (current.read().family() == Reading.Family.UNKNOWN) {
			return Mono.error(() -> new MeguriProblem(422, "import-family-unknown"));
		}
		ReadSheet.Layout update = current.read().update();
		if (update != null) {
			return this.workbooks.register(actor, current, update, request);
		}
		return current.isOfPlan() ? this.plans.register(request.ofPlan(actor, city, current))
				: register(new Task(actor, city, current, request.requiredUnit(), request.requiredYear()));
	}

	private Mono<Void> register(Task task) {
		task.require();
		return this.tying.in(task.actor.municipality(), task.fiscalYear)
			.map((ties) -> task.contents(ties))
			.flatMap((contents) -> Flux.range(0, contents.size())
				.concatMap((i) -> create(task, contents.get(i)))
				.collectList())
			.flatMap((drafted) -> requireAlone(task, drafted).then(close(task, drafted))
				.then(Mono.defer(() -> this.offers.send(task.sender(drafted), task.offers(drafted)))));
	}

	private Mono<DraftedGoal> create(Task task, Part part) {
		return this.drafting.create(task.actor, task.fiscalYear, task.unit, part.kind, part.content)
			.onErrorMap(MeguriProblem.class, (problem) -> placed(problem, part.pointer));
	}

	/** Says where in the draft something is wrong, not where in a goal. */
	static MeguriProblem placed(MeguriProblem problem, String pointer) {
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
		var target = new ImportRepository.Target(task.unit, null, task.fiscalYear, sheet);
		return this.repository.registered(task.current, target, task.actor, this.clock.now())
			.thenMany(Flux.range(0, drafted.size())
				.concatMap((i) -> this.repository.addGoal(task.current, i, drafted.get(i).id())))
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
			return content.withLinks(ties.tie(content.links()));
		}

		List<ImportPart.Offer> offers(List<DraftedGoal> drafted) {
			List<ImportPart.Offer> offers = new ArrayList<>();
			List<OfferedResult> results = results(drafted);
			if (!results.isEmpty()) {
				offers.add(offer(1, ImportPart.Content.RESULTS, drafted, results));
			}
			List<Block> review = this.current.draft().review();
			if (!review.isEmpty()) {
				ReportContent content = new ReportContent(review, List.of(), List.of(), List.of(), List.of(), null,
						null);
				offers.add(offer(offers.size() + 1, ImportPart.Content.POLICY_REVIEW, drafted,
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

		private ImportPart.Offer offer(int part, ImportPart.Content content, List<DraftedGoal> drafted,
				List<OfferedResult> results) {
			return new ImportPart.Offer(part, content, new ResultsOffered(this.current.id(), part,
					drafted.get(0).sheet(), this.unit, this.fiscalYear, results));
		}

		ImportOffers.Sender sender(List<DraftedGoal> drafted) {
			CycleMode mode = this.city.cycle(this.fiscalYear).orElseThrow().mode();
			return new ImportOffers.Sender(this.actor, this.current, drafted.get(0).sheet(), mode);
		}

	}

}
