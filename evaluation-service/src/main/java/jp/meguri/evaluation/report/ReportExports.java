package jp.meguri.evaluation.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.FiscalYear;
import jp.meguri.directory.Unit;
import jp.meguri.events.content.Round;
import jp.meguri.web.Download;
import jp.meguri.web.MeguriProblem;
import jp.meguri.workbook.SheetContent;
import jp.meguri.workbook.SheetFormat;
import jp.meguri.workbook.SheetNames;
import jp.meguri.workbook.UnwritableTextException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sheets with their results as files: the goals as confirmed, and of the reports exactly
 * what the reader sees.
 */
@Service
class ReportExports {

	private final ReportSheets sheets;

	private final PlanReportSheets planSheets;

	private final ReportDesks desks;

	ReportExports(ReportSheets sheets, PlanReportSheets planSheets, ReportDesks desks) {
		this.sheets = sheets;
		this.planSheets = planSheets;
		this.desks = desks;
	}

	Mono<Download> ofUnit(Actor actor, int fiscalYear, UUID unit, @Nullable Round round, SheetFormat format) {
		return this.sheets.sheet(actor, fiscalYear, unit, round)
			.flatMap((sheet) -> write(actor, content(unit, fiscalYear, sheet.reports()), sheet.unit().name(), format));
	}

	Mono<Download> ofPlan(Actor actor, int fiscalYear, UUID edition, @Nullable Round round, SheetFormat format) {
		return this.planSheets.sheet(actor, fiscalYear, edition, round)
			.flatMap((sheet) -> write(actor, content(edition, fiscalYear, sheet.reports()),
					(sheet.edition().planName() + " " + sheet.edition().name()).strip(), format));
	}

	private Mono<Download> write(Actor actor, SheetContent sheet, String of, SheetFormat format) {
		return this.desks.of(actor)
			.map((desk) -> names(desk.city(), actor, sheet.fiscalYear(), of))
			.flatMap((names) -> Mono.fromCallable(() -> format.write(sheet, names))
				.subscribeOn(Schedulers.boundedElastic()))
			.map((bytes) -> new Download(fileName(of, sheet.fiscalYear(), format), format.mediaType(), bytes))
			.onErrorMap(UnwritableTextException.class, ReportExports::refused);
	}

	private static SheetContent content(UUID owner, int fiscalYear, List<ReportView> reports) {
		return new SheetContent(owner, owner, fiscalYear, reports.stream().map(ReportExports::goal).toList());
	}

	private static SheetContent.Goal goal(ReportView report) {
		ReportView.GoalView goal = report.goal();
		return new SheetContent.Goal(goal.id(), goal.kind(), goal.number(), goal.revision(), goal.content(),
				List.of(new SheetContent.Report(report.id(), report.round(), report.revision(), report.content())));
	}

	private static SheetNames names(CityDirectory city, Actor actor, int fiscalYear, String of) {
		Map<UUID, String> units = city.units(fiscalYear)
			.stream()
			.collect(Collectors.toMap(Unit::id, (unit) -> unit.nameIn(fiscalYear)));
		return new SheetNames(actor.city().name(), of, units);
	}

	private static String fileName(String of, int fiscalYear, SheetFormat format) {
		return "目標と実績_%s_%s.%s".formatted(of, new FiscalYear(fiscalYear).label(), format.ending());
	}

	private static MeguriProblem refused(UnwritableTextException unwritable) {
		return new MeguriProblem(422, "export-unwritable", unwritable.where()).with("place", unwritable.where());
	}

}
