package jp.meguri.evaluation.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.evaluation.goal.PlanNames;
import jp.meguri.evaluation.goal.PlanNames.PlanName;
import jp.meguri.evaluation.report.ReportReview.SheetPage;
import jp.meguri.evaluation.report.ReportSheetView.WindowView;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Plans' sheets of reports: the list of a year, and one of them.
 */
@Service
class PlanReportSheets {

	private final VisibleReports visible;

	private final PlanNames plans;

	private final ReportDesks desks;

	private final ReportViews views;

	private final CityTransaction transaction;

	PlanReportSheets(VisibleReports visible, PlanNames plans, ReportDesks desks, ReportViews views,
			CityTransaction transaction) {
		this.visible = visible;
		this.plans = plans;
		this.desks = desks;
		this.views = views;
		this.transaction = transaction;
	}

	Mono<PlanReportSheetView> sheet(Actor actor, int fiscalYear, UUID edition, @Nullable Round round) {
		return this.desks.of(actor)
			.flatMap((desk) -> this.transaction.in(actor.municipality(),
					page(fiscalYear, edition, ReportSheets.roundOr(desk, fiscalYear, round)).of(desk)));
	}

	/** The sheet inside a transaction that has changed it. */
	SheetPage<PlanReportSheetView> page(int fiscalYear, UUID edition, Round round) {
		return (desk) -> this.views.planSheet(desk, fiscalYear, edition, round)
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

	/** One row per plan, over what this person may see. */
	Mono<Page<Row>> ofYear(Actor actor, int fiscalYear, @Nullable Round round) {
		return this.desks.of(actor).flatMap((desk) -> {
			Round chosen = ReportSheets.roundOr(desk, fiscalYear, round);
			Mono<List<Row>> rows = this.visible.planStandings(actor, fiscalYear, chosen)
				.flatMap((standings) -> this.plans.all(actor.municipality())
					.map((names) -> rows(desk, fiscalYear, chosen, standings, names)));
			return this.transaction.in(actor.municipality(), rows).map(Page::of);
		});
	}

	private static List<Row> rows(ReportDesk desk, int fiscalYear, Round round, List<Standing> standings,
			Map<UUID, PlanName> names) {
		return standings.stream()
			.collect(Collectors.groupingBy(Standing::owner))
			.entrySet()
			.stream()
			.map((sheet) -> Row.of(desk, fiscalYear, round,
					names.getOrDefault(sheet.getKey(), new PlanName(sheet.getKey(), "", "")), sheet.getValue()))
			.sorted(Comparator.comparing(Row::planName).thenComparing(Row::name).thenComparing(Row::edition))
			.toList();
	}

	/**
	 * @param planName empty while the catalog has not announced the plan
	 * @param counts reports by state
	 * @param window the entry period of the city
	 */
	record Row(int fiscalYear, UUID edition, String planName, String name, Round round, Map<ReviewState, Long> counts,
			long confirmed, long total, WindowView window) {

		static Row of(ReportDesk desk, int fiscalYear, Round round, PlanName plan, List<Standing> standings) {
			Map<ReviewState, Long> counts = new EnumMap<>(ReviewState.class);
			standings.forEach((standing) -> counts.put(standing.state(), standing.reports()));
			long confirmed = standings.stream()
				.filter((standing) -> standing.state().isConfirmedOrLater())
				.mapToLong(Standing::reports)
				.sum();
			long total = standings.stream().mapToLong(Standing::reports).sum();
			return new Row(fiscalYear, plan.edition(), plan.planName(), plan.name(), round, counts, confirmed, total,
					WindowView.of(desk.window(fiscalYear, round, plan.edition())));
		}

	}

}
