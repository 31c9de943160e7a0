package jp.meguri.evaluation.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Unit;
import jp.meguri.evaluation.goal.GoalCopies;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.evaluation.goal.PlanNames;
import jp.meguri.evaluation.goal.PlanNames.PlanName;
import jp.meguri.evaluation.grading.GradingSchemes;
import jp.meguri.evaluation.report.PlanReportSheetView.EditionView;
import jp.meguri.evaluation.report.ReportSheetView.UnitView;
import jp.meguri.evaluation.report.ReportSheetView.WindowView;
import jp.meguri.evaluation.report.ReportView.GoalView;
import jp.meguri.evaluation.report.ReportView.MissingView;
import jp.meguri.evaluation.report.ReportView.WorkingCopyView;
import jp.meguri.evaluation.report.ReportView.Writer;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.content.Round;
import jp.meguri.review.ContentHistory;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.ReviewComments;
import jp.meguri.review.Rights;
import jp.meguri.review.WorkingCopies;
import jp.meguri.review.WorkingCopy;
import jp.meguri.web.FieldError;
import jp.meguri.web.Problems;
import jp.meguri.web.Texts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts together what people see, in the transaction that read or changed it.
 */
@Component
class ReportViews {

	private final VisibleReports reports;

	private final GoalCopies goals;

	private final PlanNames plans;

	private final GradingSchemes schemes;

	private final ReviewComments comments;

	private final WorkingCopies workingCopies;

	private final ContentHistory history;

	private final Texts texts;

	ReportViews(VisibleReports reports, GoalCopies goals, PlanNames plans, GradingSchemes schemes,
			ReviewComments comments, WorkingCopies workingCopies, ContentHistory history, Texts texts) {
		this.reports = reports;
		this.goals = goals;
		this.plans = plans;
		this.schemes = schemes;
		this.comments = comments;
		this.workingCopies = workingCopies;
		this.history = history;
		this.texts = texts;
	}

	Mono<ReportView> of(ReportDesk desk, Report report) {
		return around(desk.actor(), List.of(report.id()))
			.flatMap((around) -> this.goals.find(report.municipality(), report.goal())
				.map((goal) -> view(desk, report, goal, around)))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

	Mono<ReportSheetView> sheet(ReportDesk desk, int fiscalYear, Unit unit, Round round) {
		UUID municipality = desk.actor().municipality();
		return this.reports.ofSheet(desk.actor(), fiscalYear, unit.id(), round)
			.flatMap((reports) -> around(desk.actor(), reports.stream().map(Report::id).toList())
				.flatMap((around) -> this.goals.ofSheet(municipality, fiscalYear, unit.id())
					.map((goals) -> views(desk, reports, goals, around))))
			.flatMap((views) -> sheet(desk, fiscalYear, unit, round, views));
	}

	/**
	 * What of a plan's sheet this person may see, without reports where none is open yet;
	 * empty where the person sees none of its goals either.
	 */
	Mono<PlanReportSheetView> planSheet(ReportDesk desk, int fiscalYear, UUID edition, Round round) {
		UUID municipality = desk.actor().municipality();
		return this.reports.ofPlanSheet(desk.actor(), fiscalYear, edition, round)
			.filterWhen((reports) -> reports.isEmpty() ? this.goals.seen(desk.actor(), fiscalYear, edition)
					: Mono.just(true))
			.flatMap((reports) -> around(desk.actor(), reports.stream().map(Report::id).toList())
				.flatMap((around) -> this.goals.ofPlanSheet(municipality, fiscalYear, edition)
					.map((goals) -> views(desk, reports, goals, around))))
			.flatMap((views) -> planSheet(desk, fiscalYear, edition, round, views));
	}

	private Mono<PlanReportSheetView> planSheet(ReportDesk desk, int fiscalYear, UUID edition, Round round,
			List<ReportView> views) {
		UUID municipality = desk.actor().municipality();
		return this.plans.of(municipality, edition)
			.defaultIfEmpty(new PlanName(edition, "", ""))
			.flatMap((name) -> this.schemes.of(municipality, fiscalYear, edition)
				.map((schemes) -> new PlanReportSheetView(fiscalYear, EditionView.of(name), round,
						desk.mode(fiscalYear), WindowView.of(desk.window(fiscalYear, round, edition)),
						schemes.isEmpty() ? null : schemes.get(0), views)));
	}

	private Mono<ReportSheetView> sheet(ReportDesk desk, int fiscalYear, Unit unit, Round round,
			List<ReportView> views) {
		WindowView window = WindowView.of(desk.window(fiscalYear, round, unit.id()));
		ReportSheetView plain = new ReportSheetView(fiscalYear, UnitView.of(unit, fiscalYear), round,
				desk.mode(fiscalYear), window, null, views);
		return this.schemes.of(desk.actor().municipality(), fiscalYear, null)
			.map((schemes) -> schemes.isEmpty() ? plain : new ReportSheetView(fiscalYear, plain.unit(), round,
					plain.mode(), window, schemes.get(0), views));
	}

	private List<ReportView> views(ReportDesk desk, List<Report> reports, List<GoalCopy> goals, Around around) {
		Map<UUID, GoalCopy> byId = goals.stream().collect(Collectors.toMap(GoalCopy::id, Function.identity()));
		return reports.stream()
			.filter((report) -> byId.containsKey(report.goal()))
			.map((report) -> view(desk, report, byId.get(report.goal()), around))
			.toList();
	}

	private ReportView view(ReportDesk desk, Report report, GoalCopy goal, Around around) {
		List<FieldError> missing = ReportContentRule.missing(goal, report);
		Rights rights = desk.rightsOn(report, missing);
		return new ReportView(report.id(), GoalView.of(goal), report.fiscalYear(), report.ownerUnit(),
				desk.unitName(report.ownerUnit(), report.fiscalYear()), report.round(), report.state(),
				report.revision(), report.content(), comments(report, rights, around),
				WorkingCopyView.of(around.copies().get(report.id())), around.compared().get(report.id()),
				Writer.of(report), desk.whoseTurn(report).orElse(null),
				missing.stream().map((error) -> MissingView.of(error, this.texts)).toList(), rights.shown(this.texts));
	}

	// Whoever is not involved reads what was confirmed, not what was said on the way.
	private static List<ReviewComment> comments(Report report, Rights rights, Around around) {
		return isInvolved(rights) ? around.comments().getOrDefault(report.id(), List.of()) : List.of();
	}

	static boolean isInvolved(Rights rights) {
		return rights.on(ReviewAction.COMMENT).refusal().filter((problem) -> problem.status() == 403).isEmpty();
	}

	private Mono<Around> around(Actor actor, List<UUID> reports) {
		return this.comments.of(actor.municipality(), reports)
			.flatMap((comments) -> this.workingCopies.of(actor, reports, ReportContent.class)
				.flatMap((copies) -> this.history.lastActedOn(actor, reports)
					.map((compared) -> new Around(comments, copies, compared))));
	}

	/** What lies around the reports. */
	private record Around(Map<UUID, List<ReviewComment>> comments, Map<UUID, WorkingCopy<ReportContent>> copies,
			Map<UUID, Long> compared) {
	}

}
