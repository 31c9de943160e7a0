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
 * A unit's reports over HTTP, and the commands on the set that was read.
 */
@RestController
@RequestMapping("/api/evaluations/sheets")
class ReportSheetController {

	private final ReportSheets sheets;

	private final ReportReview review;

	ReportSheetController(ReportSheets sheets, ReportReview review) {
		this.sheets = sheets;
		this.review = review;
	}

	@GetMapping
	Mono<Page<ReportSheets.Row>> list(@RequestParam Integer fiscalYear,
			@RequestParam(required = false) @Nullable Round round, Actor actor) {
		return this.sheets.ofYear(actor, fiscalYear, round);
	}

	@GetMapping("/{fiscalYear}/{unit}")
	Mono<ReportSheetView> get(@PathVariable Integer fiscalYear, @PathVariable UUID unit,
			@RequestParam(required = false) @Nullable Round round, Actor actor) {
		return this.sheets.sheet(actor, fiscalYear, unit, round);
	}

	@PostMapping("/{fiscalYear}/{unit}/submission")
	Mono<ReportSheetView> submit(@PathVariable Integer fiscalYear, @PathVariable UUID unit,
			@RequestParam(defaultValue = "YEAR_END") Round round, @RequestBody ReportCommands.Named command,
			Actor actor) {
		return this.review.submit(actor, SheetKey.ofUnit(fiscalYear, unit, round),
				this.sheets.page(fiscalYear, unit, round), command.checked());
	}

	@PostMapping("/{fiscalYear}/{unit}/withdrawal")
	Mono<ReportSheetView> withdraw(@PathVariable Integer fiscalYear, @PathVariable UUID unit,
			@RequestParam(defaultValue = "YEAR_END") Round round, @RequestBody ReportCommands.Named command,
			Actor actor) {
		return this.review.withdraw(actor, SheetKey.ofUnit(fiscalYear, unit, round),
				this.sheets.page(fiscalYear, unit, round), command.checked());
	}

	@PostMapping("/{fiscalYear}/{unit}/approval")
	Mono<ReportSheetView> approve(@PathVariable Integer fiscalYear, @PathVariable UUID unit,
			@RequestParam(defaultValue = "YEAR_END") Round round, @RequestBody ReportCommands.Approval command,
			Actor actor) {
		return this.review.approve(actor, SheetKey.ofUnit(fiscalYear, unit, round),
				this.sheets.page(fiscalYear, unit, round), command.checked());
	}

	@PostMapping("/{fiscalYear}/{unit}/return")
	Mono<ReportSheetView> giveBack(@PathVariable Integer fiscalYear, @PathVariable UUID unit,
			@RequestParam(defaultValue = "YEAR_END") Round round, @RequestBody ReportCommands.Return command,
			Actor actor) {
		return this.review.giveBack(actor, SheetKey.ofUnit(fiscalYear, unit, round),
				this.sheets.page(fiscalYear, unit, round), command.checked());
	}

	@PostMapping("/{fiscalYear}/{unit}/confirmation")
	Mono<ReportSheetView> confirm(@PathVariable Integer fiscalYear, @PathVariable UUID unit,
			@RequestParam(defaultValue = "YEAR_END") Round round, @RequestBody ReportCommands.Named command,
			Actor actor) {
		return this.review.confirm(actor, SheetKey.ofUnit(fiscalYear, unit, round),
				this.sheets.page(fiscalYear, unit, round), command.checked());
	}

}
