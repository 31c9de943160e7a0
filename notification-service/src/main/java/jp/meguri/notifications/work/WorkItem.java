package jp.meguri.notifications.work;

import java.time.Instant;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.evaluation.ReportSnapshot;
import jp.meguri.events.goals.GoalSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A goal or a report as far as it matters here.
 *
 * @param round the round of a report, empty for a goal
 * @param part the goal's kind, e.g. ANNUAL_GOAL; REPORT for a report
 * @param lastWriter who wrote last, or null
 * @param goal the goal itself, or the one a report is about
 * @param edition the plan's edition whose sheet the goal stands on, or null on its unit's
 */
public record WorkItem(UUID id, UUID municipality, WorkKind kind, UUID sheet, UUID ownerUnit, int fiscalYear,
		String round, String part, String title, ReviewState state, CycleMode mode, @Nullable UUID lastWriter,
		Instant changedAt, UUID goal, @Nullable UUID edition) {

	static WorkItem of(GoalSnapshot goal, UUID municipality, CycleMode mode, Instant at) {
		return new WorkItem(goal.id(), municipality, WorkKind.GOAL, goal.sheet(), goal.ownerUnit(), goal.fiscalYear(),
				"", goal.kind().name(), goal.content().title(), goal.state(), mode, goal.lastWriter(), at, goal.id(),
				goal.edition());
	}

	static WorkItem of(ReportSnapshot report, UUID municipality, CycleMode mode, Instant at) {
		return new WorkItem(report.id(), municipality, WorkKind.REPORT, report.sheet(), report.ownerUnit(),
				report.fiscalYear(), report.round().name(), "REPORT", report.goalTitle(), report.state(), mode,
				report.lastWriter(), at, report.goal(), report.edition());
	}

	/** The page where the item is worked on, as the gateway's UI knows it. */
	public String link() {
		if (this.edition != null) {
			String round = this.round.isEmpty() ? "" : "?round=" + this.round;
			return "/plan-sheets/%d/%s%s#goal-%s".formatted(this.fiscalYear, this.edition, round, this.goal);
		}
		return (this.kind == WorkKind.GOAL)
				? "/sheets/%d/%s#goal-%s".formatted(this.fiscalYear, this.ownerUnit, this.id)
				: "/results/%d/%s?round=%s#report-%s".formatted(this.fiscalYear, this.ownerUnit, this.round, this.id);
	}

	/** Whether it stands on the sheet of a plan and not on its unit's. */
	public boolean isOfPlan() {
		return this.edition != null;
	}

}
