package jp.meguri.goals.sheet;

import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.GoalContent;
import jp.meguri.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The kept versions of a goal over HTTP. */
@RestController
@RequestMapping("/api/goals/{id}/revisions")
class RevisionController {

	private final GoalRevisions revisions;

	RevisionController(GoalRevisions revisions) {
		this.revisions = revisions;
	}

	@GetMapping
	Mono<Page<RevisionView>> list(@PathVariable UUID id, Actor actor) {
		return this.revisions.of(actor, id).map(Page::of);
	}

	@GetMapping("/{revision}")
	Mono<GoalContent> get(@PathVariable UUID id, @PathVariable Long revision, Actor actor) {
		return this.revisions.content(actor, id, revision);
	}

}
