package jp.meguri.events.evaluation;

import java.util.List;
import java.util.UUID;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import org.jspecify.annotations.Nullable;

/**
 * A report as it stands after an event.
 *
 * @param id the report
 * @param goal the goal it reports on
 * @param goalRevision revision of the goal it was opened for
 * @param goalTitle the goal's title, empty for mission and policies
 * @param sheet the goal sheet
 * @param ownerUnit the department or section whose goal it is
 * @param fiscalYear the fiscal year
 * @param round the round
 * @param state where it stands
 * @param revision revision of the content, from 1
 * @param content the content of that revision
 * @param comments the comments of the last reading that are not answered yet
 * @param lastWriter who wrote last, or null
 * @param edition the plan's edition whose sheet the goal stands on, or null on a unit's
 * sheet
 */
public record ReportSnapshot(UUID id, UUID goal, long goalRevision, String goalTitle, UUID sheet, UUID ownerUnit,
		int fiscalYear, Round round, ReviewState state, long revision, ReportContent content,
		List<ReviewComment> comments, @Nullable UUID lastWriter, @Nullable UUID edition) {

	public ReportSnapshot {
		comments = List.copyOf(comments);
	}

	/** A report on a goal of a unit's own sheet. */
	public ReportSnapshot(UUID id, UUID goal, long goalRevision, String goalTitle, UUID sheet, UUID ownerUnit,
			int fiscalYear, Round round, ReviewState state, long revision, ReportContent content,
			List<ReviewComment> comments, @Nullable UUID lastWriter) {
		this(id, goal, goalRevision, goalTitle, sheet, ownerUnit, fiscalYear, round, state, revision, content, comments,
				lastWriter, null);
	}

}
