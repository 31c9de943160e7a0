package jp.meguri.goals.sheet;

import jp.meguri.review.Occasion;
import jp.meguri.review.ReviewAction;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the route that are taken for several goals at once.
 */
enum Step {

	SUBMIT(ReviewAction.SUBMIT, Occasion.SUBMITTED), WITHDRAW(ReviewAction.WITHDRAW, null),
	APPROVE(ReviewAction.APPROVE, Occasion.APPROVED), RETURN(ReviewAction.RETURN, Occasion.RETURNED),
	CONFIRM(ReviewAction.CONFIRM, Occasion.CONFIRMED);

	private final ReviewAction action;

	private final @Nullable Occasion occasion;

	Step(ReviewAction action, @Nullable Occasion occasion) {
		this.action = action;
		this.occasion = occasion;
	}

	ReviewAction action() {
		return this.action;
	}

	/** As what the content is kept then; null where it is not. */
	@Nullable Occasion occasion() {
		return this.occasion;
	}

}
