package jp.meguri.evaluation.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.evaluation.report.ReportService.CommentRequest;
import jp.meguri.events.content.ReportContent;
import jp.meguri.review.KeptContent;
import jp.meguri.web.Created;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;
import jp.meguri.web.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One report over HTTP. */
@RestController
@RequestMapping("/api/evaluations/{id}")
class ReportController {

	private final ReportService service;

	ReportController(ReportService service) {
		this.service = service;
	}

	@GetMapping
	Mono<ReportView> get(@PathVariable UUID id, Actor actor) {
		return this.service.get(actor, id);
	}

	@PutMapping
	Mono<ReportView> edit(@PathVariable UUID id, Revision expected, @RequestBody EditRequest request, Actor actor) {
		return this.service.edit(actor, id, expected.value(), request.required());
	}

	@PutMapping("/working-copy")
	Mono<Typed> type(@PathVariable UUID id, @RequestBody TypeRequest request, Actor actor) {
		return this.service.type(actor, id, request.baseRevision(), new EditRequest(request.content()).required())
			.map(Typed::new);
	}

	@DeleteMapping("/working-copy")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> discard(@PathVariable UUID id, Actor actor) {
		return this.service.discard(actor, id);
	}

	@GetMapping("/revisions")
	Mono<Page<KeptContent>> revisions(@PathVariable UUID id, Actor actor) {
		return this.service.revisions(actor, id).map(Page::of);
	}

	@GetMapping("/revisions/{revision}")
	Mono<ReportContent> revision(@PathVariable UUID id, @PathVariable Integer revision, Actor actor) {
		return this.service.revision(actor, id, revision);
	}

	@PostMapping("/comments")
	Mono<ResponseEntity<Created>> comment(@PathVariable UUID id, IdempotencyKey key,
			@RequestBody CommentRequest request, Actor actor) {
		return this.service.comment(actor, id, key, request).map((created) -> created.with(created));
	}

	record EditRequest(@Nullable ReportContent content) {

		ReportContent required() {
			if (this.content == null) {
				throw Problems.validation("/content", "required");
			}
			return this.content;
		}

	}

	record TypeRequest(long baseRevision, @Nullable ReportContent content) {
	}

	record Typed(Instant updatedAt) {
	}

}
