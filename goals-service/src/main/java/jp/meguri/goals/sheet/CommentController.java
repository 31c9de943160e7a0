package jp.meguri.goals.sheet;

import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.goals.sheet.GoalComments.NewComment;
import jp.meguri.web.IdempotencyKey;
import jp.meguri.web.Violations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Comments on a goal over HTTP; the answer is the goal with all of them. */
@RestController
@RequestMapping("/api/goals/{id}/comments")
class CommentController {

	private final GoalComments comments;

	private final GoalViews views;

	CommentController(GoalComments comments, GoalViews views) {
		this.comments = comments;
		this.views = views;
	}

	@PostMapping
	Mono<ResponseEntity<GoalView>> add(@PathVariable UUID id, @RequestBody NewComment comment, IdempotencyKey key,
			Actor actor) {
		CommentTexts.check(new Violations(), "", comment.anchor(), comment.text()).refuse();
		return this.comments.add(actor, id, key, comment)
			.flatMap((created) -> this.views.view(actor, id).map(created::with));
	}

}
