package jp.meguri.evaluation.report;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.events.evaluation.ReportSnapshot;
import jp.meguri.review.ReviewItem;
import org.jspecify.annotations.Nullable;

/**
 * 実績報告: the report on one goal in one round.
 *
 * @param goalRevision revision of the goal it was opened for
 * @param namedUnits units the goal names as in charge or taking part (主管課・関係課)
 * @param revision revision of the content, from 1
 * @param version counts every event of the report
 * @param touched whether a person has written it
 * @param edition the plan's edition whose sheet the goal stands on, or null on its unit's
 */
public record Report(UUID id, UUID municipality, UUID goal, long goalRevision, String goalTitle, UUID sheet,
		UUID ownerUnit, Set<UUID> namedUnits, int fiscalYear, Round round, CycleMode mode, ReviewState state,
		long revision, long version, ReportContent content, boolean touched, @Nullable UUID lastWriter,
		String lastWriterName, @Nullable UUID edition) {

	public Report {
		namedUnits = Set.copyOf(namedUnits);
	}

	/** What rights depend on. */
	ReviewItem item() {
		return new ReviewItem(this.municipality, this.ownerUnit, this.state, this.namedUnits, this.mode);
	}

	/** A person wrote it. */
	Report written(ReportContent content, EventActor writer) {
		return with(afterWriting(), this.revision + 1, this.version + 1, content, true, writer);
	}

	/** An import filled it: nobody has touched it by that. */
	Report filled(ReportContent content, EventActor from) {
		return with(afterWriting(), this.revision + 1, this.version + 1, content, false, from);
	}

	/** It opens with what an import had offered. */
	Report openedWith(ReportContent content, EventActor from) {
		return with(afterWriting(), this.revision, this.version, content, false, from);
	}

	/** Its state changed, its content did not. */
	Report moved(ReviewState next) {
		return with(next, this.revision, this.version + 1, this.content, this.touched,
				new EventActor(this.lastWriter, this.lastWriterName));
	}

	/**
	 * The head's wording of what was just approved: the same event, the next revision.
	 */
	Report corrected(ReportContent content, EventActor head) {
		return with(this.state, this.revision + 1, this.version, content, true, head);
	}

	public ReportSnapshot snapshot(List<ReviewComment> comments) {
		return new ReportSnapshot(this.id, this.goal, this.goalRevision, this.goalTitle, this.sheet, this.ownerUnit,
				this.fiscalYear, this.round, this.state, this.revision, this.content, comments, this.lastWriter,
				this.edition);
	}

	/** Whether an offered result may still fill it. */
	boolean isUntouched() {
		return !this.touched && (this.state == ReviewState.PENDING || this.state == ReviewState.DRAFT);
	}

	private ReviewState afterWriting() {
		return (this.state == ReviewState.PENDING) ? ReviewState.DRAFT : this.state;
	}

	private Report with(ReviewState state, long revision, long version, ReportContent content, boolean touched,
			EventActor writer) {
		return new Report(this.id, this.municipality, this.goal, this.goalRevision, this.goalTitle, this.sheet,
				this.ownerUnit, this.namedUnits, this.fiscalYear, this.round, this.mode, state, revision, version,
				content, touched, writer.person(), writer.name(), this.edition);
	}

}
