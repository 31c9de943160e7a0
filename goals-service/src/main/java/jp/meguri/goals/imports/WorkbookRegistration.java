package jp.meguri.goals.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PlanLink;
import jp.meguri.goals.imports.Comparison.Compared;
import jp.meguri.goals.imports.Comparison.Status;
import jp.meguri.goals.imports.ReadSheet.Layout;
import jp.meguri.goals.planlink.LinkTying;
import jp.meguri.goals.sheet.GoalDrafting;
import jp.meguri.goals.sheet.StandingGoals;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Registers a workbook of ours: goals it names are edited as if somebody typed them, new
 * rows become goals. Nothing is deleted, and nothing that was changed meanwhile is
 * overwritten unless a person says so, naming the revision that was read.
 */
@Component
class WorkbookRegistration {

	private final StandingGoals standing;

	private final GoalDrafting drafting;

	private final LinkTying tying;

	private final ImportRepository repository;

	private final BusinessClock clock;

	WorkbookRegistration(StandingGoals standing, GoalDrafting drafting, LinkTying tying, ImportRepository repository,
			BusinessClock clock) {
		this.standing = standing;
		this.drafting = drafting;
		this.tying = tying;
		this.repository = repository;
		this.clock = clock;
	}

	/** Inside the caller's transaction, which holds the import. */
	Mono<Void> register(Actor actor, StoredImport current, Layout update, RegistrationRequest request) {
		UUID unit = request.requiredUnit();
		int year = request.requiredYear();
		if (!unit.equals(update.unit()) || !Integer.valueOf(year).equals(update.fiscalYear())) {
			return Mono.error(() -> Problems.validation("/unit", "workbook-unit"));
		}
		if (!ImportService.mayImportFor(actor, unit)) {
			return Mono.error(Problems::forbidden);
		}
		return this.standing.of(actor, year, unit)
			.map((goals) -> new Work(actor, current, unit, year, Comparison.of(current, goals), request))
			.flatMap((work) -> this.tying.in(actor.municipality(), year)
				.flatMapMany((ties) -> Flux.fromIterable(work.steps()).concatMap((step) -> take(work, step, ties)))
				.collectList()
				.flatMap((done) -> close(work, done)));
	}

	private Mono<Done> take(Work work, Step step, LinkTying.Ties ties) {
		Compared goal = step.goal;
		Mono<Done> taken = (goal.status() == Status.NEW)
				? this.drafting.create(work.actor, work.year, work.unit, goal.kind(), work.content(goal, ties))
					.map((made) -> new Done(made.id(), made.sheet()))
				: this.drafting.rewrite(work.actor, goal.id(), step.expected, work.content(goal, ties))
					.thenReturn(new Done(goal.id(), work.sheet()));
		return Mono.defer(() -> taken)
			.doOnNext((done) -> work.made.put(goal.id(), done.goal))
			.onErrorMap(MeguriProblem.class,
					(problem) -> ImportRegistration.placed(problem, goal.pointer()).with("item", goal.id()));
	}

	private Mono<Void> close(Work work, List<Done> done) {
		var target = new ImportRepository.Target(work.unit, null, work.year, done.get(0).sheet);
		return this.repository.registered(work.current, target, work.actor, this.clock.now())
			.thenMany(Flux.range(0, done.size())
				.concatMap((i) -> this.repository.addGoal(work.current, i, done.get(i).goal)))
			.then();
	}

	private record Done(UUID goal, UUID sheet) {
	}

	/**
	 * @param expected the revision the edit is based on
	 */
	private record Step(Compared goal, long expected) {
	}

	/** One registration. */
	private static final class Work {

		private final Actor actor;

		private final StoredImport current;

		private final UUID unit;

		private final int year;

		private final Comparison comparison;

		private final @Nullable Map<UUID, Long> named;

		// Ids in the draft become other ones when goals are made.
		private final Map<UUID, UUID> made = new HashMap<>();

		Work(Actor actor, StoredImport current, UUID unit, int year, Comparison comparison,
				RegistrationRequest request) {
			this.actor = actor;
			this.current = current;
			this.unit = unit;
			this.year = year;
			this.comparison = comparison;
			this.named = request.named();
		}

		/** Mid-term goals that are made come first: others may serve them. */
		List<Step> steps() {
			refuseOpenConflicts();
			List<Compared> made = this.comparison.in(Status.NEW);
			Stream<Step> creations = Stream
				.concat(made.stream().filter(Work::isMidTerm), made.stream().filter((goal) -> !isMidTerm(goal)))
				.map((goal) -> new Step(goal, 0));
			List<Step> steps = Stream.concat(creations, edits()).toList();
			if (steps.isEmpty()) {
				throw new MeguriProblem(409, "import-unchanged");
			}
			return steps;
		}

		private static boolean isMidTerm(Compared goal) {
			return goal.kind() == GoalKind.MID_TERM_GOAL;
		}

		/** Without a person's word, none that was changed meanwhile is touched. */
		private void refuseOpenConflicts() {
			List<UUID> conflicts = this.comparison.in(Status.CONFLICT).stream().map(Compared::id).toList();
			if (this.named == null && !conflicts.isEmpty()) {
				throw new MeguriProblem(409, "import-conflict").with("items", conflicts);
			}
		}

		private Stream<Step> edits() {
			Map<UUID, Long> chosen = this.named;
			if (chosen == null) {
				return this.comparison.in(Status.CHANGED)
					.stream()
					.map((goal) -> new Step(goal, Objects.requireNonNull(goal.there()).revision()));
			}
			List<UUID> there = this.comparison.in(Status.CHANGED, Status.CONFLICT, Status.UNCHANGED)
				.stream()
				.map(Compared::id)
				.toList();
			if (!there.containsAll(chosen.keySet())) {
				throw Problems.validation("/goals", "not-the-goals");
			}
			return this.comparison.in(Status.CHANGED, Status.CONFLICT)
				.stream()
				.filter((goal) -> chosen.containsKey(goal.id()))
				.map((goal) -> new Step(goal, Objects.requireNonNull(chosen.get(goal.id()))));
		}

		/** Links that are not on the sheet yet are tied, as in every import. */
		GoalContent content(Compared goal, LinkTying.Ties ties) {
			GoalContent content = Objects.requireNonNull(goal.content());
			List<PlanLink> before = (goal.there() != null) ? goal.there().content().links() : List.of();
			List<PlanLink> links = content.links()
				.stream()
				.map((link) -> before.contains(link) ? link : ties.tie(List.of(link)).get(0))
				.toList();
			UUID served = content.contributesTo();
			return content.withLinks(links)
				.withContributesTo((served != null) ? this.made.getOrDefault(served, served) : null);
		}

		/** The sheet of the goals that are edited. */
		UUID sheet() {
			return this.comparison.goals()
				.stream()
				.map(Compared::there)
				.filter(Objects::nonNull)
				.findFirst()
				.orElseThrow()
				.sheet();
		}

	}

}
