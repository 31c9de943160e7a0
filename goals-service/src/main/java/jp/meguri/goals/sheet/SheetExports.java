package jp.meguri.goals.sheet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.FiscalYear;
import jp.meguri.directory.Unit;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.web.Download;
import jp.meguri.web.MeguriProblem;
import jp.meguri.workbook.SheetContent;
import jp.meguri.workbook.SheetFormat;
import jp.meguri.workbook.SheetNames;
import jp.meguri.workbook.UnwritableTextException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sheets as files: exactly what the reader sees of them. Results are evaluation-service's
 * and not in these files.
 */
@Component
class SheetExports {

	private final SheetViews sheets;

	private final PlanSheetViews planSheets;

	private final GoalAccess access;

	SheetExports(SheetViews sheets, PlanSheetViews planSheets, GoalAccess access) {
		this.sheets = sheets;
		this.planSheets = planSheets;
		this.access = access;
	}

	Mono<Download> ofUnit(Actor actor, int fiscalYear, UUID unit, SheetFormat format) {
		return this.sheets.view(actor, fiscalYear, unit)
			.flatMap((sheet) -> write(actor, content(sheet.id(), unit, fiscalYear, sheet.goals()), sheet.unit().name(),
					format));
	}

	Mono<Download> ofPlan(Actor actor, int fiscalYear, UUID edition, SheetFormat format) {
		return this.planSheets.view(actor, fiscalYear, edition)
			.flatMap((sheet) -> write(actor, content(sheet.id(), edition, fiscalYear, sheet.goals()),
					(sheet.edition().planName() + " " + sheet.edition().name()).strip(), format));
	}

	private Mono<Download> write(Actor actor, SheetContent sheet, String of, SheetFormat format) {
		return this.access.city(actor)
			.map((city) -> names(city, actor, sheet.fiscalYear(), of))
			.flatMap((names) -> Mono.fromCallable(() -> format.write(sheet, names))
				.subscribeOn(Schedulers.boundedElastic()))
			.map((bytes) -> new Download(fileName(of, sheet.fiscalYear(), format), format.mediaType(), bytes))
			.onErrorMap(UnwritableTextException.class, SheetExports::refused);
	}

	// An empty sheet has no id yet; the file then carries that of its owner.
	private static SheetContent content(@Nullable UUID sheet, UUID owner, int fiscalYear, List<GoalView> goals) {
		return new SheetContent((sheet != null) ? sheet : owner, owner, fiscalYear,
				goals.stream()
					.map((goal) -> new SheetContent.Goal(goal.id(), goal.kind(), goal.number(), goal.revision(),
							goal.content(), List.of()))
					.toList());
	}

	private static SheetNames names(CityDirectory city, Actor actor, int fiscalYear, String of) {
		Map<UUID, String> units = city.units(fiscalYear)
			.stream()
			.collect(Collectors.toMap(Unit::id, (unit) -> unit.nameIn(fiscalYear)));
		return new SheetNames(actor.city().name(), of, units);
	}

	private static String fileName(String of, int fiscalYear, SheetFormat format) {
		return "目標シート_%s_%s.%s".formatted(of, new FiscalYear(fiscalYear).label(), format.ending());
	}

	private static MeguriProblem refused(UnwritableTextException unwritable) {
		return new MeguriProblem(422, "export-unwritable", unwritable.where()).with("place", unwritable.where());
	}

}
