package jp.meguri.review;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.meguri.events.content.ReviewState;

/**
 * The route of the first release: clerk → department head → planning division. The states
 * of longer routes exist already; their steps are skipped.
 */
public final class ReviewRoute {

	private static final Set<ReviewState> WITH_THE_WRITERS = EnumSet.of(ReviewState.NOT_STARTED, ReviewState.NOT_OPEN,
			ReviewState.PENDING, ReviewState.DRAFT, ReviewState.RETURNED);

	private ReviewRoute() {
	}

	/** Whether the unit itself has it, so that it may be written. */
	public static boolean isWithTheWriters(ReviewState state) {
		return WITH_THE_WRITERS.contains(state);
	}

	/** Where an action leads; empty where it is not possible in that state. */
	public static Optional<ReviewState> after(ReviewAction action, ReviewState from) {
		return switch (action) {
			case EDIT -> when(isWithTheWriters(from), edited(from));
			case DELETE -> when(isWithTheWriters(from), from);
			case SUBMIT -> when(isWithTheWriters(from), ReviewState.SUBMITTED);
			case WITHDRAW -> withdrawn(from);
			case APPROVE, CORRECT_AND_APPROVE -> when(from == ReviewState.SUBMITTED, ReviewState.APPROVED);
			case RETURN -> when(from == ReviewState.SUBMITTED || from == ReviewState.APPROVED, ReviewState.RETURNED);
			case COMMENT -> when(from != ReviewState.CLOSED, from);
			case CONFIRM -> when(from == ReviewState.APPROVED, ReviewState.CONFIRMED);
			case PUBLISH -> when(from.isConfirmedOrLater() && from != ReviewState.CLOSED, from);
		};
	}

	private static ReviewState edited(ReviewState from) {
		return (from == ReviewState.RETURNED) ? from : ReviewState.DRAFT;
	}

	// The sender takes back what the receiver has not acted on: the unit its submission,
	// the head the approval.
	private static Optional<ReviewState> withdrawn(ReviewState from) {
		return switch (from) {
			case SUBMITTED -> Optional.of(ReviewState.DRAFT);
			case APPROVED -> Optional.of(ReviewState.SUBMITTED);
			default -> Optional.empty();
		};
	}

	private static Optional<ReviewState> when(boolean possible, ReviewState then) {
		return possible ? Optional.of(then) : Optional.empty();
	}

}
