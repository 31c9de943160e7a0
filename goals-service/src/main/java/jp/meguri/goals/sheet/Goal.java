package jp.meguri.goals.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.goals.GoalSnapshot;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.ReviewComments;
import jp.meguri.review.ReviewRoute;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A goal (目標), or the mission and policies, of one unit and fiscal year.
 *
 * @param number 1..n within its kind
 * @param revision revision of the content, from 1
 * @param version counted up by everything that happens to it
 * @param lastWriter who wrote last, or null
 * @param edition the plan's edition whose sheet it stands on, or null on its unit's sheet
 */
record Goal(UUID id, UUID municipality, UUID sheet, UUID ownerUnit, int fiscalYear, GoalKind kind, int number,
		ReviewState state, long revision, long version, GoalContent content, @Nullable UUID lastWriter,
		String lastWriterName, @Nullable UUID edition) {

	/**
	 * @param unit whose goal it is: that of the sheet, or on a plan's sheet the lead
	 * section
	 */
	static Goal drafted(UUID id, GoalSheet sheet, UUID unit, GoalKind kind, int number, GoalContent content,
			Actor writer) {
		return new Goal(id, sheet.municipality(), sheet.id(), unit, sheet.fiscalYear(), kind, number, ReviewState.DRAFT,
				1, 1, content, writer.person(), writer.name(), sheet.edition());
	}

	/** The goal with another content. */
	Goal edited(GoalContent changed, Actor writer) {
		return rewritten(changed, writer, after(ReviewAction.EDIT));
	}

	/** 修正して承認: the head's words stand, and it goes on. */
	Goal corrected(GoalContent correction, Actor head) {
		return rewritten(correction, head, after(ReviewAction.CORRECT_AND_APPROVE));
	}

	/** The goal after a step that leaves the content as it is. */
	Goal after(Step step) {
		return in(after(step.action()));
	}

	/** The same goal after something that changed neither content nor state. */
	Goal touched() {
		return in(this.state);
	}

	Goal in(ReviewState next) {
		return new Goal(this.id, this.municipality, this.sheet, this.ownerUnit, this.fiscalYear, this.kind, this.number,
				next, this.revision, this.version + 1, this.content, this.lastWriter, this.lastWriterName,
				this.edition);
	}

	Goal at(int position) {
		return new Goal(this.id, this.municipality, this.sheet, this.ownerUnit, this.fiscalYear, this.kind, position,
				this.state, this.revision, this.version + 1, this.content, this.lastWriter, this.lastWriterName,
				this.edition);
	}

	/** Units the row names; they may read and comment a draft. */
	Set<UUID> namedUnits() {
		Set<UUID> named = new HashSet<>();
		Optional.ofNullable(this.content.leadSection()).ifPresent(named::add);
		this.content.responsibilities().stream().map(Responsibility::unit).filter(Objects::nonNull).forEach(named::add);
		return Set.copyOf(named);
	}

	/** As it is announced, with the comments nobody has answered. */
	GoalSnapshot snapshot(long sheetSeq, List<ReviewComment> comments) {
		return new GoalSnapshot(this.id, this.sheet, sheetSeq, this.ownerUnit, this.fiscalYear, this.kind, this.number,
				this.state, this.revision, this.content, ReviewComments.unanswered(comments), this.lastWriter,
				this.edition);
	}

	private Goal rewritten(GoalContent changed, Actor writer, ReviewState next) {
		return new Goal(this.id, this.municipality, this.sheet, this.ownerUnit, this.fiscalYear, this.kind, this.number,
				next, this.revision + 1, this.version + 1, changed, writer.person(), writer.name(), this.edition);
	}

	private ReviewState after(ReviewAction action) {
		return ReviewRoute.after(action, this.state).orElseThrow(() -> Problems.wrongState(this.state));
	}

}
