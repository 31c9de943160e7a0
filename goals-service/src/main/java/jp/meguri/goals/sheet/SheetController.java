package jp.meguri.goals.sheet;

import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.directory.FiscalYear;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Created;
import jp.meguri.web.Idempotency;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.Page;
import jp.meguri.web.Revision;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Goal sheets over HTTP: lists, one sheet, adding and ordering goals. */
@RestController
@RequestMapping("/api/goals/sheets")
class SheetController {

	private final SheetViews sheets;

	private final GoalViews goals;

	private final GoalDrafting drafting;

	private final Idempotency idempotency;

	private final BusinessClock clock;

	SheetController(SheetViews sheets, GoalViews goals, GoalDrafting drafting, Idempotency idempotency,
			BusinessClock clock) {
		this.sheets = sheets;
		this.goals = goals;
		this.drafting = drafting;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@GetMapping
	Mono<Page<SheetSummary>> list(@RequestParam(required = false) @Nullable Integer fiscalYear, Actor actor) {
		int year = (fiscalYear != null) ? fiscalYear : FiscalYear.of(this.clock.today()).year();
		return this.sheets.summaries(actor, year).map(Page::of);
	}

	@GetMapping("/{fiscalYear}/{unit}")
	Mono<SheetView> get(@PathVariable Integer fiscalYear, @PathVariable UUID unit, Actor actor) {
		return this.sheets.view(actor, fiscalYear, unit);
	}

	@PostMapping("/{fiscalYear}/{unit}/goals")
	Mono<ResponseEntity<GoalView>> create(@PathVariable Integer fiscalYear, @PathVariable UUID unit,
			@RequestBody NewGoal goal, IdempotencyKey key, Actor actor) {
		new Violations().required(goal.kind(), "/kind").required(goal.content(), "/content").refuse();
		Mono<Created> create = this.drafting.create(actor, fiscalYear, unit, goal.kind(), goal.content())
			.map((drafted) -> new Created(drafted.id(), "/api/goals/" + drafted.id(), drafted.revision()));
		return this.idempotency.once(actor, "goals/sheets/%d/%s/goals".formatted(fiscalYear, unit), key, goal, create)
			.flatMap((created) -> this.goals.view(actor, created.id()).map(created::with));
	}

	@PutMapping("/{fiscalYear}/{unit}/order")
	Mono<SheetView> order(@PathVariable Integer fiscalYear, @PathVariable UUID unit, @RequestBody Order order,
			Revision expected, Actor actor) {
		new Violations().required(order.kind(), "/kind").required(order.goals(), "/goals").refuse();
		return this.drafting.reorder(actor, fiscalYear, unit, order.kind(), order.goals(), expected.value())
			.then(this.sheets.view(actor, fiscalYear, unit));
	}

	/** A goal to add. */
	record NewGoal(GoalKind kind, GoalContent content) {
	}

	/**
	 * @param goals all goals of that kind, in the order they shall have
	 */
	record Order(GoalKind kind, List<UUID> goals) {
	}

}
