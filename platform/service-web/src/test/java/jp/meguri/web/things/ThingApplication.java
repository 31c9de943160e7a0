package jp.meguri.web.things;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.meguri.directory.Actor;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.web.Access;
import jp.meguri.web.Created;
import jp.meguri.web.HasRevision;
import jp.meguri.web.Idempotency;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.PublicPaths;
import jp.meguri.web.Revision;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
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
import reactor.core.publisher.Sinks;

/**
 * A small service with every kind of handler, for tests of what services share.
 */
@SpringBootApplication
class ThingApplication {

	@Bean
	PublicPaths publicPaths() {
		return PublicPaths.of("/published/**");
	}

	enum Kind {

		BIG, SMALL

	}

	record Thing(@Nullable String title, @Nullable String text, @Nullable Integer amount, @Nullable LocalDate day,
			@Nullable Instant at, @Nullable Kind kind, @Nullable UUID other, @Nullable List<Thing> parts) {

		Thing checked() {
			new Violations().text(this.title, "/title", TextRule.name(20))
				.text(this.text, "/text", TextRule.body(10_000))
				.check(this.amount == null || this.amount >= 0, "/amount", "number")
				.refuse();
			return this;
		}

	}

	record ThingView(UUID id, Thing thing, long revision) implements HasRevision {
	}

	@RestController
	@RequestMapping("/api/things")
	static class ThingController {

		static final AtomicInteger CREATED = new AtomicInteger();

		private final Idempotency idempotency;

		ThingController(Idempotency idempotency) {
			this.idempotency = idempotency;
		}

		@GetMapping("/{id}")
		Mono<ThingView> get(@PathVariable UUID id, @RequestParam(required = false) @Nullable Kind state,
				@RequestParam(required = false) @Nullable Integer limit, Actor actor) {
			return Mono.just(new ThingView(id, new Thing(actor.name(), null, limit, null, null, state, null, null), 7));
		}

		@PutMapping("/{id}")
		Mono<ThingView> change(@PathVariable UUID id, @RequestBody Thing thing, Revision expected, Actor actor) {
			return Mono.fromSupplier(() -> new ThingView(id, thing.checked(), expected.value() + 1));
		}

		@PostMapping
		Mono<ResponseEntity<ThingView>> create(@RequestBody Thing thing, IdempotencyKey key, Actor actor) {
			Mono<Created> work = Mono.fromSupplier(() -> {
				thing.checked();
				CREATED.incrementAndGet();
				return new Created(UUID.randomUUID(), "/api/things/1", 1);
			});
			return this.idempotency.once(actor, "things", key, thing, work)
				.map((created) -> created.with(new ThingView(created.id(), thing, created.revision())));
		}

		@GetMapping("/planned")
		@Access(RoleCode.PLANNING)
		Mono<String> planned(Actor actor) {
			return Mono.just("planned");
		}

		@GetMapping("/broken")
		Mono<String> broken(Actor actor) {
			return Mono.error(new IllegalStateException("select secret from table"));
		}

	}

	@RestController
	static class OpenController {

		static final Sinks.Empty<String> GATE = Sinks.empty();

		@GetMapping("/published/gate")
		Mono<String> gate() {
			return GATE.asMono().defaultIfEmpty("open");
		}

		@GetMapping("/published/never")
		Mono<String> never() {
			return Mono.never();
		}

		@GetMapping("/published/page")
		Mono<String> page() {
			return Mono.just("open");
		}

	}

}
