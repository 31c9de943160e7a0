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
 */
public record WorkItem(UUID id, UUID municipality, WorkKind kind, UUID sheet, UUID ownerUnit, int fiscalYear,
		String round, String part, String title, ReviewState state, CycleMode mode, @Nullable UUID lastWriter,
		Instant changedAt) {

	static WorkItem of(GoalSnapshot goal, UUID municipality, CycleMode mode, Instant at) {
		return new WorkItem(goal.id(), municipality, WorkKind.GOAL, goal.sheet(), goal.ownerUnit(), goal.fiscalYear(),
				"", goal.kind().name(), goal.content().title(), goal.state(), mode, goal.lastWriter(), at);
	}

	static WorkItem of(ReportSnapshot report, UUID municipality, CycleMode mode, Instant at) {
		return new WorkItem(report.id(), municipality, WorkKind.REPORT, report.sheet(), report.ownerUnit(),
				report.fiscalYear(), report.round().name(), "REPORT", report.goalTitle(), report.state(), mode,
				report.lastWriter(), at);
	}

	/** The page where the item is worked on, as the gateway's UI knows it. */
	public String link() {
		return (this.kind == WorkKind.GOAL)
				? "/sheets/%d/%s#goal-%s".formatted(this.fiscalYear, this.ownerUnit, this.id)
				: "/results/%d/%s?round=%s#report-%s".formatted(this.fiscalYear, this.ownerUnit, this.round, this.id);
	}

}
