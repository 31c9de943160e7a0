package jp.meguri.evaluation.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.evaluation.report.Report;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.Round;
import jp.meguri.events.evaluation.ReleaseEvent;
import org.jspecify.annotations.Nullable;

/**
 * 公表前チェック: what a release of this sheet would show, and what stands against it.
 *
 * @param items the confirmed goals and reports with their revisions
 */
record ReleaseCheck(ReleaseEvent.Kind kind, List<ReleaseEvent.Item> items, List<Finding> findings) {

	static final String PENDING_TEXT = "【今年度末に記載】";

	ReleaseCheck {
		items = List.copyOf(items);
		findings = List.copyOf(findings);
	}

	static ReleaseCheck of(ReleaseEvent.Kind kind, List<GoalCopy> goals, Map<UUID, Report> reports, Round round) {
		List<ReleaseEvent.Item> items = new ArrayList<>();
		List<Finding> findings = new ArrayList<>();
		if (goals.isEmpty()) {
			findings.add(Finding.ofSheet("release.no-goals"));
		}
		for (GoalCopy goal : goals) {
			@Nullable Report report = (kind == ReleaseEvent.Kind.FINAL) ? reports.get(goal.id()) : null;
			if (!goal.isConfirmed()) {
				findings.add(Finding.ofGoal("release.goal-not-confirmed", true, goal));
			}
			else if (kind == ReleaseEvent.Kind.INITIAL || !goal.isReported()) {
				items.add(new ReleaseEvent.Item(goal.id(), goal.confirmedRevision(), null, null));
			}
			else if (report == null) {
				findings.add(Finding.ofGoal("release.report-missing", true, goal));
			}
			else if (!isConfirmed(report)) {
				findings.add(Finding.ofReport("release.report-not-confirmed", true, goal, report, round));
			}
			else {
				items.add(new ReleaseEvent.Item(goal.id(), goal.confirmedRevision(), report.id(), report.revision()));
			}
			findings.addAll(hints(goal, report, round));
		}
		return new ReleaseCheck(kind, items, findings);
	}

	/** The same for whom it is released: a plan nobody knows by name cannot be. */
	ReleaseCheck of(ReleaseOwner owner) {
		if (!owner.name().isEmpty()) {
			return this;
		}
		List<Finding> more = new ArrayList<>(this.findings);
		more.add(Finding.ofSheet("release.plan-unknown"));
		return new ReleaseCheck(this.kind, this.items, more);
	}

	/** Nothing stands against it but hints. */
	boolean isReady() {
		return this.findings.stream().noneMatch(Finding::blocking);
	}

	/** Whether exactly this was named by whoever decided it. */
	boolean isExactly(List<ReleaseEvent.Item> named) {
		return named.size() == this.items.size() && Set.copyOf(named).equals(Set.copyOf(this.items));
	}

	private static boolean isConfirmed(Report report) {
		return report.state().isConfirmedOrLater();
	}

	private static List<Finding> hints(GoalCopy goal, @Nullable Report report, Round round) {
		List<Finding> hints = new ArrayList<>();
		if (report != null && texts(report).anyMatch((block) -> block.text().contains(PENDING_TEXT))) {
			hints.add(Finding.ofReport("release.pending-text", false, goal, report, round));
		}
		if (goal.content().links().stream().anyMatch((link) -> link.choice() == PlanLink.Choice.AS_PRINTED)) {
			hints.add(Finding.ofGoal("release.plan-code-unknown", false, goal));
		}
		return hints;
	}

	private static Stream<Block> texts(Report report) {
		ReportContent content = report.content();
		return Stream
			.of(content.review(), content.achievements(), content.directions(), content.progress(), content.issues(),
					content.processEvaluation(), content.improvements())
			.flatMap(List::stream);
	}

	/**
	 * @param key message key
	 * @param blocking whether it must be settled first; a hint otherwise
	 * @param goal the goal it is about, or null for the sheet
	 */
	record Finding(String key, boolean blocking, @Nullable GoalCopy goal, @Nullable Report report,
			@Nullable Round round) {

		static Finding ofSheet(String key) {
			return new Finding(key, true, null, null, null);
		}

		static Finding ofGoal(String key, boolean blocking, GoalCopy goal) {
			return new Finding(key, blocking, goal, null, null);
		}

		static Finding ofReport(String key, boolean blocking, GoalCopy goal, Report report, Round round) {
			return new Finding(key, blocking, goal, report, round);
		}

		/** Where in the screens it can be settled. */
		String link(int fiscalYear, ReleaseOwner owner) {
			return owner.ofPlan() ? linkToPlan(fiscalYear, owner.id()) : linkToUnit(fiscalYear, owner.id());
		}

		private String linkToPlan(int fiscalYear, UUID edition) {
			String sheet = "/plan-sheets/%d/%s".formatted(fiscalYear, edition);
			if (this.report != null && this.round != null) {
				return "%s?show=results&round=%s#report-%s".formatted(sheet, this.round, this.report.id());
			}
			return (this.goal != null) ? sheet + "#goal-" + this.goal.id() : sheet;
		}

		private String linkToUnit(int fiscalYear, UUID unit) {
			if (this.report != null && this.round != null) {
				return "/results/%d/%s?round=%s#report-%s".formatted(fiscalYear, unit, this.round, this.report.id());
			}
			String sheet = "/sheets/%d/%s".formatted(fiscalYear, unit);
			return (this.goal != null) ? sheet + "#goal-" + this.goal.id() : sheet;
		}

	}

}
