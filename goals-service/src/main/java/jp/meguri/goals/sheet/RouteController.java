package jp.meguri.goals.sheet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.GoalContent;
import jp.meguri.review.NamedItem;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The steps of the route over HTTP. Each names what was read and answers the sheet. */
@RestController
@RequestMapping("/api/goals/sheets/{fiscalYear}/{unit}")
class RouteController {

	private static final int MOST_ITEMS = 200;

	private final GoalRoute route;

	private final SheetViews sheets;

	RouteController(GoalRoute route, SheetViews sheets) {
		this.route = route;
		this.sheets = sheets;
	}

	@PostMapping("/submission")
	Mono<SheetView> submit(@PathVariable Integer fiscalYear, @PathVariable UUID unit, @RequestBody Named named,
			Actor actor) {
		return take(Step.SUBMIT, fiscalYear, unit, named, actor);
	}

	@PostMapping("/withdrawal")
	Mono<SheetView> withdraw(@PathVariable Integer fiscalYear, @PathVariable UUID unit, @RequestBody Named named,
			Actor actor) {
		return take(Step.WITHDRAW, fiscalYear, unit, named, actor);
	}

	@PostMapping("/approval")
	Mono<SheetView> approve(@PathVariable Integer fiscalYear, @PathVariable UUID unit, @RequestBody Approval approval,
			Actor actor) {
		return this.route
			.approve(actor, SheetAddress.ofUnit(fiscalYear, unit), approval.named(), approval.corrections())
			.then(this.sheets.view(actor, fiscalYear, unit));
	}

	@PostMapping("/return")
	Mono<SheetView> giveBack(@PathVariable Integer fiscalYear, @PathVariable UUID unit, @RequestBody GivenBack returned,
			Actor actor) {
		return this.route
			.giveBack(actor, SheetAddress.ofUnit(fiscalYear, unit), checked(returned.items()), returned.remarks())
			.then(this.sheets.view(actor, fiscalYear, unit));
	}

	@PostMapping("/confirmation")
	Mono<SheetView> confirm(@PathVariable Integer fiscalYear, @PathVariable UUID unit, @RequestBody Named named,
			Actor actor) {
		return take(Step.CONFIRM, fiscalYear, unit, named, actor);
	}

	private Mono<SheetView> take(Step step, int fiscalYear, UUID unit, Named named, Actor actor) {
		return this.route.take(step, actor, SheetAddress.ofUnit(fiscalYear, unit), checked(named.items()))
			.then(this.sheets.view(actor, fiscalYear, unit));
	}

	static List<NamedItem> checked(@Nullable List<NamedItem> items) {
		if (items == null || items.isEmpty()) {
			new Violations().required(null, "/items").refuse();
			return List.of();
		}
		boolean whole = items.stream().noneMatch((item) -> item == null || item.id() == null);
		new Violations().check(items.size() <= MOST_ITEMS, "/items", "too-many", MOST_ITEMS)
			.check(whole, "/items", "required")
			.check(!whole || items.stream().map(NamedItem::id).distinct().count() == items.size(), "/items", "repeated")
			.refuse();
		return items;
	}

	/** The goals in the revisions that were read. */
	record Named(List<NamedItem> items) {
	}

	record Approval(List<ApprovedItem> items) {

		List<NamedItem> named() {
			return checked((this.items != null)
					? this.items.stream().map((item) -> new NamedItem(item.id(), item.revision())).toList() : null);
		}

		Map<UUID, GoalContent> corrections() {
			return this.items.stream()
				.filter((item) -> item.correction() != null)
				.collect(Collectors.toMap(ApprovedItem::id, (item) -> Objects.requireNonNull(item.correction())));
		}

	}

	/**
	 * @param correction the content as the head corrected it, or null
	 */
	record ApprovedItem(UUID id, long revision, @Nullable GoalContent correction) {
	}

	record GivenBack(List<NamedItem> items, @Nullable List<Said> comments) {

		List<Remark> remarks() {
			List<Said> said = (this.comments != null) ? this.comments : List.of();
			var violations = new Violations();
			for (int i = 0; i < said.size(); i++) {
				String at = "/comments/" + i;
				violations.required(said.get(i).item(), at + "/item");
				CommentTexts.check(violations, at, said.get(i).anchor(), said.get(i).text());
			}
			violations.refuse();
			return said.stream().map((one) -> new Remark(one.item(), one.anchor(), one.text())).toList();
		}

	}

	/**
	 * @param item the goal it is about
	 * @param anchor the place: a block's id or a field's name; null for the whole
	 */
	record Said(UUID item, @Nullable String anchor, String text) {
	}

}
