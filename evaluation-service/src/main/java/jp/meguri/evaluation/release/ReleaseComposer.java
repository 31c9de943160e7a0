package jp.meguri.evaluation.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.evaluation.grading.GradingScheme;
import jp.meguri.evaluation.release.ReleaseDocument.Entry;
import jp.meguri.evaluation.release.ReleaseDocument.Source;
import jp.meguri.evaluation.report.Report;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent;
import org.jspecify.annotations.Nullable;

/**
 * Copies goals, reports and every name they refer to into one document.
 *
 * @param reports by goal; empty for an initial release
 * @param planNames the plans' names by dimension
 * @param sectionNames names of units in that year
 */
record ReleaseComposer(List<GoalCopy> goals, Map<UUID, Report> reports, Map<String, String> planNames,
		Map<UUID, GradingScheme> schemes, Map<UUID, String> sectionNames) {

	ReleaseDocument.@Nullable MissionAndPolicies missionAndPolicies() {
		return this.goals.stream()
			.filter((goal) -> goal.kind() == GoalKind.MISSION_AND_POLICIES)
			.findFirst()
			.map((goal) -> {
				Report report = this.reports.get(goal.id());
				return new ReleaseDocument.MissionAndPolicies(source(goal), entries(goal.content().mission()),
						entries(goal.content().policies()),
						(report != null) ? entries(report.content().review()) : null);
			})
			.orElse(null);
	}

	List<ReleaseDocument.Goal> goals(GoalKind kind) {
		return this.goals.stream()
			.filter((goal) -> goal.kind() == kind)
			.sorted(Comparator.comparingInt(GoalCopy::number))
			.map(this::goal)
			.toList();
	}

	private ReleaseDocument.Goal goal(GoalCopy goal) {
		GoalContent content = goal.content();
		Report report = this.reports.get(goal.id());
		return new ReleaseDocument.Goal(source(goal), goal.number(), content.title(), content.tags(),
				(content.leadSection() != null) ? this.sectionNames.get(content.leadSection()) : null,
				numberOf(content.contributesTo()), entries(content.statement()), entries(content.actions()),
				entries(content.roadmap()), plans(content.links()), (report != null) ? results(report.content()) : null,
				content.code(), entries(content.purpose()), entries(content.direction()),
				content.targets()
					.stream()
					.map((target) -> new ReleaseDocument.Target(target.key(), target.text()))
					.toList(),
				content.responsibilities()
					.stream()
					.map((unit) -> new ReleaseDocument.Responsible(unit.role(), unit.name()))
					.toList(),
				content.references());
	}

	private @Nullable Integer numberOf(@Nullable UUID midTermGoal) {
		return this.goals.stream()
			.filter((goal) -> goal.id().equals(midTermGoal))
			.map(GoalCopy::number)
			.findFirst()
			.orElse(null);
	}

	private List<ReleaseDocument.PlanDimension> plans(List<PlanLink> links) {
		Map<String, List<ReleaseDocument.Link>> byDimension = new LinkedHashMap<>();
		for (PlanLink link : links) {
			byDimension.computeIfAbsent(link.dimension(), (dimension) -> new ArrayList<>())
				.add(new ReleaseDocument.Link(link.choice(), link.code(), link.title()));
		}
		return byDimension.entrySet()
			.stream()
			.map((entry) -> new ReleaseDocument.PlanDimension(entry.getKey(),
					this.planNames.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
			.toList();
	}

	private ReleaseDocument.Results results(ReportContent content) {
		return new ReleaseDocument.Results(entries(content.achievements()), entries(content.directions()),
				content.outcomes()
					.stream()
					.map((outcome) -> new ReleaseDocument.Outcome(outcome.action(), outcome.outcome(), outcome.month(),
							outcome.note()))
					.toList(),
				content.figures()
					.stream()
					.map((figure) -> new ReleaseDocument.Figure(figure.action(), figure.label(), figure.value(),
							figure.asOf(), figure.certainty()))
					.toList(),
				(content.grade() != null) ? grade(content.grade()) : null, content.nextStep(),
				entries(content.progress()), entries(content.issues()), entries(content.processEvaluation()),
				entries(content.improvements()));
	}

	private ReleaseDocument.Grade grade(ReportContent.Grade grade) {
		GradingScheme scheme = this.schemes.get(grade.scheme());
		if (scheme == null) {
			return new ReleaseDocument.Grade("", grade.code(), "", "", grade.comment());
		}
		return scheme.grade(grade.code())
			.map((found) -> new ReleaseDocument.Grade(scheme.name(), found.code(), found.label(), found.definition(),
					grade.comment()))
			.orElseGet(() -> new ReleaseDocument.Grade(scheme.name(), grade.code(), "", "", grade.comment()));
	}

	private Source source(GoalCopy goal) {
		Report report = this.reports.get(goal.id());
		return new Source(goal.id(), goal.confirmedRevision(), (report != null) ? report.id() : null,
				(report != null) ? report.revision() : null);
	}

	private static List<Entry> entries(List<Block> blocks) {
		return blocks.stream()
			.map((block) -> new Entry(block.id(), block.level(), block.marker(), block.text(), block.tags(),
					block.repeatOf() != null))
			.toList();
	}

}
