package jp.meguri.evaluation.release;

import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.evaluation.release.ReleaseViews.CheckView;
import jp.meguri.evaluation.release.ReleaseViews.ReleaseView;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.evaluation.ReleaseEvent;
import jp.meguri.web.Access;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.Page;
import jp.meguri.web.TextRule;
import jp.meguri.web.Texts;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 公表 over HTTP. */
@RestController
@RequestMapping("/api/evaluations")
class ReleaseController {

	private static final TextRule REASON = TextRule.body(1_000).asRequired();

	private final ReleaseService service;

	private final Texts texts;

	ReleaseController(ReleaseService service, Texts texts) {
		this.service = service;
		this.texts = texts;
	}

	@GetMapping("/releases")
	Mono<Page<ReleaseView>> list(@RequestParam Integer fiscalYear, Actor actor) {
		return this.service.ofYear(actor, fiscalYear)
			.map((all) -> Page.of(all.stream().map((release) -> view(release, actor)).toList()));
	}

	@GetMapping("/releases/{id}")
	Mono<ReleaseView> get(@PathVariable UUID id, Actor actor) {
		return this.service.get(actor, id).map((release) -> view(release, actor));
	}

	@GetMapping("/sheets/{fiscalYear}/{unit}/release-check")
	@Access(RoleCode.PLANNING)
	Mono<CheckView> check(@PathVariable Integer fiscalYear, @PathVariable UUID unit,
			@RequestParam(required = false) ReleaseEvent.@Nullable Kind kind, Actor actor) {
		return this.service.check(actor, fiscalYear, unit, kind)
			.map((checked) -> CheckView.of(checked.check(), fiscalYear, checked.owner(), this.texts));
	}

	@GetMapping("/plan-sheets/{fiscalYear}/{edition}/release-check")
	@Access(RoleCode.PLANNING)
	Mono<CheckView> checkPlan(@PathVariable Integer fiscalYear, @PathVariable UUID edition,
			@RequestParam(required = false) ReleaseEvent.@Nullable Kind kind, Actor actor) {
		return this.service.checkPlan(actor, fiscalYear, edition, kind)
			.map((checked) -> CheckView.of(checked.check(), fiscalYear, checked.owner(), this.texts));
	}

	@PostMapping("/releases")
	@Access(RoleCode.PLANNING)
	Mono<ResponseEntity<ReleaseView>> release(IdempotencyKey key, @RequestBody ReleaseRequest request, Actor actor) {
		return this.service.release(actor, request, key)
			.flatMap((created) -> this.service.get(actor, created.id())
				.map((release) -> created.with(view(release, actor))));
	}

	@PostMapping("/releases/{id}/withdrawal")
	@Access(RoleCode.PLANNING)
	Mono<ReleaseView> withdraw(@PathVariable UUID id, @RequestBody Withdrawal withdrawal, Actor actor) {
		return this.service.withdraw(actor, id, withdrawal.checked()).map((release) -> view(release, actor));
	}

	private ReleaseView view(Release release, Actor actor) {
		return ReleaseView.of(release, actor, this.texts);
	}

	/** 公表取消 with its reason. */
	record Withdrawal(@Nullable String reason) {

		String checked() {
			new Violations().text(this.reason, "/reason", REASON).refuse();
			return String.valueOf(this.reason);
		}

	}

}
