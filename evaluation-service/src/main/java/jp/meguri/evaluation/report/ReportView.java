package jp.meguri.evaluation.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.review.Can;
import jp.meguri.review.WhoseTurn;
import jp.meguri.review.WorkingCopy;
import jp.meguri.web.FieldError;
import jp.meguri.web.HasRevision;
import jp.meguri.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A report as one person sees it.
 *
 * @param workingCopy what this person was typing, or null
 * @param comparedRevision the revision this person last acted on, or null
 * @param missing what blocks submission
 * @param ownerUnitName the unit's name in that year
 */
record ReportView(UUID id, GoalView goal, int fiscalYear, UUID ownerUnit, String ownerUnitName, Round round,
		ReviewState state, long revision, ReportContent content, List<ReviewComment> comments,
		@Nullable WorkingCopyView workingCopy, @Nullable Long comparedRevision, @Nullable Writer lastWriter,
		@Nullable WhoseTurn whoseTurn, List<MissingView> missing, Map<String, Can> can) implements HasRevision {

	/**
	 * The goal it reports on, as confirmed.
	 */
	record GoalView(UUID id, GoalKind kind, int number, String title, GoalContent content, long revision) {

		static GoalView of(GoalCopy goal) {
			return new GoalView(goal.id(), goal.kind(), goal.number(), goal.content().title(), goal.content(),
					goal.confirmedRevision());
		}

	}

	record Writer(UUID id, String name) {

		static @Nullable Writer of(Report report) {
			@Nullable UUID person = report.lastWriter();
			return (person != null) ? new Writer(person, report.lastWriterName()) : null;
		}

	}

	record WorkingCopyView(long baseRevision, ReportContent content, Instant updatedAt) {

		static @Nullable WorkingCopyView of(@Nullable WorkingCopy<ReportContent> copy) {
			return (copy != null) ? new WorkingCopyView(copy.baseRevision(), copy.content(), copy.updatedAt()) : null;
		}

	}

	record MissingView(String pointer, String key, String ja, String en) {

		static MissingView of(FieldError error, Texts texts) {
			String key = "field." + error.key();
			return new MissingView(error.pointer(), error.key(), texts.ja(key), texts.en(key));
		}

	}

}
