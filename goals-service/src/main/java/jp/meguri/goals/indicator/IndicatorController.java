package jp.meguri.goals.indicator;

import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.goals.indicator.IndicatorService.Words;
import jp.meguri.web.Access;
import jp.meguri.web.Created;
import jp.meguri.web.Idempotency;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;
import jp.meguri.web.Revision;
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

/** Indicators (指標) over HTTP. */
@RestController
@RequestMapping("/api/goals/indicators")
class IndicatorController {

	private static final int LONGEST_WORD = 100;

	private final IndicatorService service;

	private final Idempotency idempotency;

	IndicatorController(IndicatorService service, Idempotency idempotency) {
		this.service = service;
		this.idempotency = idempotency;
	}

	@GetMapping
	Mono<Page<IndicatorRow>> list(@RequestParam(required = false, defaultValue = "") String q,
			@RequestParam(required = false) @Nullable UUID cursor, Actor actor) {
		if (q.codePointCount(0, q.length()) > LONGEST_WORD) {
			throw Problems.validation("/q", "too-long", LONGEST_WORD);
		}
		return this.service.list(actor, q, cursor);
	}

	@PostMapping
	@Access({ RoleCode.STAFF, RoleCode.HEAD, RoleCode.PLANNING })
	Mono<ResponseEntity<IndicatorView>> add(@RequestBody Words words, IdempotencyKey key, Actor actor) {
		Words checked = words.checked();
		Mono<Created> add = this.service.add(actor, checked)
			.map((added) -> new Created(added.id(), "/api/goals/indicators/" + added.id(), added.revision()));
		return this.idempotency.once(actor, "goals/indicators", key, words, add)
			.flatMap((created) -> this.service.view(actor, created.id()).map(created::with));
	}

	@GetMapping("/{id}")
	Mono<IndicatorView> get(@PathVariable UUID id, Actor actor) {
		return this.service.view(actor, id);
	}

	@PutMapping("/{id}")
	@Access(RoleCode.PLANNING)
	Mono<IndicatorView> change(@PathVariable UUID id, @RequestBody Words words, Revision expected, Actor actor) {
		return this.service.change(actor, id, expected.value(), words.checked());
	}

}
