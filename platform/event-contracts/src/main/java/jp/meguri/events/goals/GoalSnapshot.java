package jp.meguri.events.goals;

import java.util.List;
import java.util.UUID;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.content.ReviewState;
import org.jspecify.annotations.Nullable;

/**
 * A goal as it stands after an event.
 *
 * @param id the goal
 * @param sheet the sheet it stands on
 * @param sheetSeq position of this event in the order of the sheet's events
 * @param ownerUnit the department or section whose goal it is
 * @param fiscalYear the fiscal year (1 April of that year to 31 March)
 * @param kind which part of the sheet it is
 * @param number 1..n within its kind
 * @param state where it stands
 * @param revision revision of the content, from 1
 * @param content the content of that revision
 * @param comments the comments of the last reading that are not answered yet
 * @param lastWriter who wrote last, or null
 * @param edition the plan's edition whose sheet it is, or null on a unit's sheet
 */
public record GoalSnapshot(UUID id, UUID sheet, long sheetSeq, UUID ownerUnit, int fiscalYear, GoalKind kind,
		int number, ReviewState state, long revision, GoalContent content, List<ReviewComment> comments,
		@Nullable UUID lastWriter, @Nullable UUID edition) {

	public GoalSnapshot {
		comments = List.copyOf(comments);
	}

	/** A goal on its unit's own sheet. */
	public GoalSnapshot(UUID id, UUID sheet, long sheetSeq, UUID ownerUnit, int fiscalYear, GoalKind kind, int number,
			ReviewState state, long revision, GoalContent content, List<ReviewComment> comments,
			@Nullable UUID lastWriter) {
		this(id, sheet, sheetSeq, ownerUnit, fiscalYear, kind, number, state, revision, content, comments, lastWriter,
				null);
	}

}
