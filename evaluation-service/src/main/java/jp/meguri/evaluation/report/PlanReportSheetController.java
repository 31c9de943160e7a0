package jp.meguri.evaluation.report;

import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.Round;
import jp.meguri.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The reports on a plan's sheet over HTTP, and the commands on the set that was read.
 */
@RestController
@RequestMapping("/api/evaluations/plan-sheets")
class PlanReportSheetController {

	private final PlanReportSheets sheets;

	private final ReportReview review;

	PlanReportSheetController(PlanReportSheets sheets, ReportReview review) {
		this.sheets = sheets;
		this.review = review;
	}

	@GetMapping
	Mono<Page<PlanReportSheets.Row>> list(@RequestParam Integer fiscalYear,
			@RequestParam(required = false) @Nullable Round round, Actor actor) {
		return this.sheets.ofYear(actor, fiscalYear, round);
	}

	@GetMapping("/{fiscalYear}/{edition}")
	Mono<PlanReportSheetView> get(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestParam(required = false) @Nullable Round round, Actor actor) {
		return this.sheets.sheet(actor, fiscalYear, edition, round);
	}

	@PostMapping("/{fiscalYear}/{edition}/submission")
	Mono<PlanReportSheetView> submit(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestParam(defaultValue = "YEAR_END") Round round, @RequestBody ReportCommands.Named command,
			Actor actor) {
		return this.review.submit(actor, SheetKey.ofPlan(fiscalYear, edition, round),
				this.sheets.page(fiscalYear, edition, round), command.checked());
	}

	@PostMapping("/{fiscalYear}/{edition}/withdrawal")
	Mono<PlanReportSheetView> withdraw(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestParam(defaultValue = "YEAR_END") Round round, @RequestBody ReportCommands.Named command,
			Actor actor) {
		return this.review.withdraw(actor, SheetKey.ofPlan(fiscalYear, edition, round),
				this.sheets.page(fiscalYear, edition, round), command.checked());
	}

	@PostMapping("/{fiscalYear}/{edition}/approval")
	Mono<PlanReportSheetView> approve(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestParam(defaultValue = "YEAR_END") Round round, @RequestBody ReportCommands.Approval command,
			Actor actor) {
		return this.review.approve(actor, SheetKey.ofPlan(fiscalYear, edition, round),
				this.sheets.page(fiscalYear, edition, round), command.checked());
	}

	@PostMapping("/{fiscalYear}/{edition}/return")
	Mono<PlanReportSheetView> giveBack(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestParam(defaultValue = "YEAR_END") Round round, @RequestBody ReportCommands.Return command,
			Actor actor) {
		return this.review.giveBack(actor, SheetKey.ofPlan(fiscalYear, edition, round),
				this.sheets.page(fiscalYear, edition, round), command.checked());
	}

	@PostMapping("/{fiscalYear}/{edition}/confirmation")
	Mono<PlanReportSheetView> confirm(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestParam(defaultValue = "YEAR_END") Round round, @RequestBody ReportCommands.Named command,
			Actor actor) {
		return this.review.confirm(actor, SheetKey.ofPlan(fiscalYear, edition, round),
				this.sheets.page(fiscalYear, edition, round), command.checked());
	}

}
