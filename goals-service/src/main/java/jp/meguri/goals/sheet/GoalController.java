package jp.meguri.goals.sheet;

import java.time.Instant;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.GoalContent;
import jp.meguri.web.Revision;
import jp.meguri.web.Violations;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One goal over HTTP. */
@RestController
@RequestMapping("/api/goals/{id}")
class GoalController {

	private final GoalViews views;

	private final GoalDrafting drafting;

	GoalController(GoalViews views, GoalDrafting drafting) {
		this.views = views;
		this.drafting = drafting;
	}

	@GetMapping
	Mono<GoalView> get(@PathVariable UUID id, Actor actor) {
		return this.views.view(actor, id);
	}

	@PutMapping
	Mono<GoalView> edit(@PathVariable UUID id, @RequestBody Edit edit, Revision expected, Actor actor) {
		new Violations().required(edit.content(), "/content").refuse();
		return this.drafting.edit(actor, id, expected.value(), edit.content()).then(this.views.view(actor, id));
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable UUID id, Revision expected, Actor actor) {
		return this.drafting.delete(actor, id, expected.value());
	}

	@PutMapping("/working-copy")
	Mono<Kept> keepCopy(@PathVariable UUID id, @RequestBody Typed typed, Actor actor) {
		new Violations().required(typed.content(), "/content").refuse();
		return this.drafting.keepCopy(actor, id, typed.baseRevision(), typed.content()).map(Kept::new);
	}

	@DeleteMapping("/working-copy")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> dropCopy(@PathVariable UUID id, Actor actor) {
		return this.drafting.dropCopy(actor, id);
	}

	record Edit(GoalContent content) {
	}

	/**
	 * @param baseRevision the revision the typing started from
	 */
	record Typed(long baseRevision, GoalContent content) {
	}

	record Kept(Instant updatedAt) {
	}

}
