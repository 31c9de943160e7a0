package jp.meguri.goals.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.content.ReviewState;
import jp.meguri.review.Can;
import jp.meguri.review.WhoseTurn;
import jp.meguri.web.HasRevision;
import org.jspecify.annotations.Nullable;

/**
 * A goal as one reader sees it.
 *
 * @param comments empty for readers who see only what was confirmed
 * @param workingCopy what this reader was typing, or null
 * @param comparedRevision the revision this reader last acted on, or null
 * @param whoseTurn who has to act next, or null
 * @param missing what blocks submission
 * @param can what this reader may do, and why not
 * @param edition the plan's edition whose sheet it stands on, or null
 * @param node its place in that plan's tree, or null where the document does not tell
 */
record GoalView(UUID id, UUID sheet, int fiscalYear, UUID unit, GoalKind kind, int number, ReviewState state,
		long revision, GoalContent content, List<ReviewComment> comments, @Nullable Copy workingCopy,
		@Nullable Long comparedRevision, @Nullable Writer lastWriter, @Nullable WhoseTurn whoseTurn,
		List<Missing> missing, Map<String, Can> can, Owner ownerUnit, @Nullable UUID edition,
		@Nullable UUID node) implements HasRevision {

	/**
	 * @param name empty while the unit is not known
	 */
	record Owner(UUID id, String name) {
	}

	/** What somebody is typing (下書き). */
	record Copy(long baseRevision, GoalContent content, Instant updatedAt) {
	}

	record Writer(UUID id, String name) {
	}

	/**
	 * One thing that is missing.
	 *
	 * @param pointer where in the content
	 */
	record Missing(String pointer, String key, String ja, String en) {
	}

}
