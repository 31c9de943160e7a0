package jp.meguri.goals.planlink;

import jp.meguri.directory.Actor;
import jp.meguri.directory.FiscalYear;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.database.CityTransaction;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Access;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Plan nodes to link to, and the links nobody could resolve. */
@RestController
@RequestMapping("/api/goals")
class PlanLinkController {

	private static final int LONGEST_WORD = 100;

	private final PlanNodes nodes;

	private final UnresolvedLinks unresolved;

	private final GoalAccess access;

	private final CityTransaction transaction;

	private final BusinessClock clock;

	PlanLinkController(PlanNodes nodes, UnresolvedLinks unresolved, GoalAccess access, CityTransaction transaction,
			BusinessClock clock) {
		this.nodes = nodes;
		this.unresolved = unresolved;
		this.access = access;
		this.transaction = transaction;
		this.clock = clock;
	}

	@GetMapping("/plan-nodes")
	Mono<Page<PlanNodeView>> nodes(@RequestParam(required = false) @Nullable Integer fiscalYear,
			@RequestParam(required = false, defaultValue = "") String q, Actor actor) {
		if (q.codePointCount(0, q.length()) > LONGEST_WORD) {
			throw Problems.validation("/q", "too-long", LONGEST_WORD);
		}
		return this.transaction.in(actor.municipality(), this.nodes.find(actor.municipality(), year(fiscalYear), q))
			.map(Page::of);
	}

	@GetMapping("/plan-links/unresolved")
	@Access(RoleCode.PLANNING)
	Mono<Page<UnresolvedLink>> unresolved(@RequestParam(required = false) @Nullable Integer fiscalYear,
			@RequestParam(required = false) @Nullable String after, Actor actor) {
		LinkCursor from = LinkCursor.of(after);
		return this.access.city(actor)
			.flatMap((city) -> this.transaction.in(actor.municipality(),
					this.unresolved.in(city, year(fiscalYear), from)));
	}

	private int year(@Nullable Integer fiscalYear) {
		return (fiscalYear != null) ? fiscalYear : FiscalYear.of(this.clock.today()).year();
	}

}
