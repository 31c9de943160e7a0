package jp.meguri.goals.sheet;

import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.directory.FiscalYear;
import jp.meguri.time.BusinessClock;
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
 * The sheets of plans (計画の取組) over HTTP, and the steps of the route for their goals. Each
 * step names what was read and answers the sheet.
 */
@RestController
@RequestMapping("/api/goals/plan-sheets")
class PlanSheetController {

	private final PlanSheetViews sheets;

	private final GoalRoute route;

	private final BusinessClock clock;

	PlanSheetController(PlanSheetViews sheets, GoalRoute route, BusinessClock clock) {
		this.sheets = sheets;
		this.route = route;
		this.clock = clock;
	}

	@GetMapping
	Mono<Page<PlanSheetSummary>> list(@RequestParam(required = false) @Nullable Integer fiscalYear, Actor actor) {
		int year = (fiscalYear != null) ? fiscalYear : FiscalYear.of(this.clock.today()).year();
		return this.sheets.summaries(actor, year).map(Page::of);
	}

	@GetMapping("/{fiscalYear}/{edition}")
	Mono<PlanSheetView> get(@PathVariable Integer fiscalYear, @PathVariable UUID edition, Actor actor) {
		return this.sheets.view(actor, fiscalYear, edition);
	}

	@PostMapping("/{fiscalYear}/{edition}/submission")
	Mono<PlanSheetView> submit(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestBody RouteController.Named named, Actor actor) {
		return take(Step.SUBMIT, fiscalYear, edition, named, actor);
	}

	@PostMapping("/{fiscalYear}/{edition}/withdrawal")
	Mono<PlanSheetView> withdraw(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestBody RouteController.Named named, Actor actor) {
		return take(Step.WITHDRAW, fiscalYear, edition, named, actor);
	}

	@PostMapping("/{fiscalYear}/{edition}/approval")
	Mono<PlanSheetView> approve(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestBody RouteController.Approval approval, Actor actor) {
		return this.route
			.approve(actor, SheetAddress.ofEdition(fiscalYear, edition), approval.named(), approval.corrections())
			.then(this.sheets.view(actor, fiscalYear, edition));
	}

	@PostMapping("/{fiscalYear}/{edition}/return")
	Mono<PlanSheetView> giveBack(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestBody RouteController.GivenBack returned, Actor actor) {
		return this.route
			.giveBack(actor, SheetAddress.ofEdition(fiscalYear, edition), RouteController.checked(returned.items()),
					returned.remarks())
			.then(this.sheets.view(actor, fiscalYear, edition));
	}

	@PostMapping("/{fiscalYear}/{edition}/confirmation")
	Mono<PlanSheetView> confirm(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestBody RouteController.Named named, Actor actor) {
		return take(Step.CONFIRM, fiscalYear, edition, named, actor);
	}

	private Mono<PlanSheetView> take(Step step, int fiscalYear, UUID edition, RouteController.Named named,
			Actor actor) {
		return this.route
			.take(step, actor, SheetAddress.ofEdition(fiscalYear, edition), RouteController.checked(named.items()))
			.then(this.sheets.view(actor, fiscalYear, edition));
	}

}
