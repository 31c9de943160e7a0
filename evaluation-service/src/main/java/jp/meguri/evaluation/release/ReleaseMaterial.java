package jp.meguri.evaluation.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.Directory;
import jp.meguri.directory.Unit;
import jp.meguri.evaluation.goal.CycleCopies;
import jp.meguri.evaluation.goal.CycleCopies.Rounds;
import jp.meguri.evaluation.goal.GoalCopies;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.evaluation.goal.PlanNames;
import jp.meguri.evaluation.goal.PlanNames.PlanName;
import jp.meguri.evaluation.grading.GradingScheme;
import jp.meguri.evaluation.grading.GradingSchemes;
import jp.meguri.evaluation.report.Report;
import jp.meguri.evaluation.report.ReportRepository;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.Round;
import jp.meguri.events.evaluation.ReleaseEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gathers what a release of one sheet is made of.
 */
@Component
class ReleaseMaterial {

	private final GoalCopies goals;

	private final CycleCopies cycles;

	private final ReportRepository reports;

	private final GradingSchemes schemes;

	private final PlanNames plans;

	private final Directory directory;

	ReleaseMaterial(GoalCopies goals, CycleCopies cycles, ReportRepository reports, GradingSchemes schemes,
			PlanNames plans, Directory directory) {
		this.goals = goals;
		this.cycles = cycles;
		this.reports = reports;
		this.schemes = schemes;
		this.plans = plans;
		this.directory = directory;
	}

	/** The goals and reports as they stand. */
	Mono<Sheet> sheet(UUID municipality, int fiscalYear, UUID unit) {
		return sheet(municipality, fiscalYear, this.goals.ofSheet(municipality, fiscalYear, unit));
	}

	/** The same of a plan's sheet. */
	Mono<Sheet> planSheet(UUID municipality, int fiscalYear, UUID edition) {
		return sheet(municipality, fiscalYear, this.goals.ofPlanSheet(municipality, fiscalYear, edition));
	}

	/**
	 * A plan's edition by name; the name is empty while the catalog has not announced it.
	 */
	Mono<ReleaseOwner> plan(UUID municipality, UUID edition) {
		return this.plans.of(municipality, edition).defaultIfEmpty(new PlanName(edition, "", "")).map(ReleaseOwner::of);
	}

	private Mono<Sheet> sheet(UUID municipality, int fiscalYear, Mono<List<GoalCopy>> shown) {
		return shown.flatMap((goals) -> this.cycles.rounds(municipality, fiscalYear)
			.defaultIfEmpty(new Rounds(CycleMode.LIVE, List.of()))
			.flatMap((rounds) -> this.reports.ofGoals(municipality, ids(goals), rounds.ofTheYear())
				.map((reports) -> new Sheet(goals, rounds.mode(), rounds.ofTheYear(), byGoal(reports)))));
	}

	/** The same with every name that will stand in the document. */
	Mono<ReleaseComposer> composer(UUID municipality, int fiscalYear, Sheet sheet, ReleaseEvent.Kind kind) {
		return this.plans.in(municipality, fiscalYear)
			.flatMap((plans) -> this.schemes.all(municipality)
				.flatMap((schemes) -> this.directory.city(municipality)
					.map((city) -> new ReleaseComposer(sheet.goals(),
							(kind == ReleaseEvent.Kind.FINAL) ? sheet.reports() : Map.of(), plans, byId(schemes),
							sectionNames(city, sheet, fiscalYear)))));
	}

	private static List<UUID> ids(List<GoalCopy> goals) {
		return goals.stream().map(GoalCopy::id).toList();
	}

	private static Map<UUID, Report> byGoal(List<Report> reports) {
		return reports.stream().collect(Collectors.toMap(Report::goal, Function.identity()));
	}

	private static Map<UUID, GradingScheme> byId(List<GradingScheme> schemes) {
		return schemes.stream().collect(Collectors.toMap(GradingScheme::id, Function.identity()));
	}

	private static Map<UUID, String> sectionNames(CityDirectory city, Sheet sheet, int fiscalYear) {
		Map<UUID, String> names = new HashMap<>();
		for (GoalCopy goal : sheet.goals()) {
			UUID section = goal.content().leadSection();
			if (section != null) {
				city.unit(section)
					.map((Unit unit) -> unit.nameIn(fiscalYear))
					.ifPresent((name) -> names.put(section, name));
			}
		}
		return names;
	}

	/**
	 * @param round the round whose results stand for the year
	 * @param reports by goal
	 */
	record Sheet(List<GoalCopy> goals, CycleMode mode, Round round, Map<UUID, Report> reports) {

		ReleaseCheck check(ReleaseEvent.Kind kind) {
			return ReleaseCheck.of(kind, this.goals, this.reports, this.round);
		}

		/** What a release would most likely be now. */
		ReleaseEvent.Kind likelyKind() {
			boolean anyResult = this.goals.stream()
				.filter((goal) -> goal.kind() == GoalKind.ANNUAL_GOAL)
				.map((goal) -> this.reports.get(goal.id()))
				.anyMatch((report) -> report != null && report.state().isConfirmedOrLater());
			return anyResult ? ReleaseEvent.Kind.FINAL : ReleaseEvent.Kind.INITIAL;
		}

		/** The sheet's own id, as goals-service gave it. */
		UUID id() {
			return this.goals.get(0).sheet();
		}

	}

}
