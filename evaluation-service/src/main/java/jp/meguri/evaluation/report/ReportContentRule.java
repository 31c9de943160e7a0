package jp.meguri.evaluation.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.evaluation.grading.GradingScheme;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReportContent.ActionOutcome;
import jp.meguri.events.content.ReportContent.Figure;
import jp.meguri.events.content.Round;
import jp.meguri.web.FieldError;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a report may hold at any time, and what must be there before it is submitted.
 */
final class ReportContentRule {

	private static final TextRule TEXT = TextRule.body(10_000);

	private static final TextRule LINE = TextRule.line(200);

	private static final TextRule NOTE = TextRule.body(1_000);

	private static final int MOST_BLOCKS = 500;

	private static final int DEEPEST = 8;

	private ReportContentRule() {
	}

	/**
	 * Refuses with 422 what could never stand in a report.
	 * @param schemes those in use on the sheet; empty where the city does not grade
	 */
	static void check(ReportContent content, List<GradingScheme> schemes) {
		Violations violations = new Violations();
		Set<UUID> ids = new HashSet<>();
		blocks(violations, content.review(), "/content/review", ids);
		blocks(violations, content.achievements(), "/content/achievements", ids);
		blocks(violations, content.directions(), "/content/directions", ids);
		blocks(violations, content.progress(), "/content/progress", ids);
		blocks(violations, content.issues(), "/content/issues", ids);
		blocks(violations, content.processEvaluation(), "/content/processEvaluation", ids);
		blocks(violations, content.improvements(), "/content/improvements", ids);
		outcomes(violations, content.outcomes());
		figures(violations, content.figures(), ids);
		grade(violations, content.grade(), schemes);
		violations.refuse();
	}

	/**
	 * Refuses with 422 figures of indicators that no target of the goal names. One that
	 * stood there before is let through.
	 */
	static void checkIndicators(ReportContent content, GoalContent goal, ReportContent before) {
		Set<UUID> known = Stream
			.concat(goal.targets().stream().map(GoalTarget::indicator),
					before.figures().stream().map(Figure::indicator))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		Violations violations = new Violations();
		for (int i = 0; i < content.figures().size(); i++) {
			UUID indicator = content.figures().get(i).indicator();
			violations.check(indicator == null || known.contains(indicator), "/content/figures/" + i + "/indicator",
					"choice");
		}
		violations.refuse();
	}

	/**
	 * What is still missing before submission. A grade may be absent for good (domain
	 * guide 3.4-7).
	 */
	static List<FieldError> missing(GoalKind kind, Round round, ReportContent content) {
		List<FieldError> missing = new ArrayList<>();
		if (kind == GoalKind.MISSION_AND_POLICIES) {
			require(missing, content.review(), "/content/review", "report.review-missing");
			return missing;
		}
		require(missing, content.achievements(), "/content/achievements", "report.achievements-missing");
		if (isAtTheEnd(round)) {
			require(missing, content.directions(), "/content/directions", "report.directions-missing");
		}
		return missing;
	}

	/** The same for a goal that is known. */
	static List<FieldError> missing(GoalCopy goal, Report report) {
		return goal.isOfPlan() ? missingOfPlan(goal.content(), report)
				: missing(goal.kind(), report.round(), report.content());
	}

	// The two forms of plans (domain guide 2): where the goal says what was to be done in
	// the year, the process is judged against it (PDCA); where it is only a row of the
	// plan, issues are named. A document of a past year may have neither.
	private static List<FieldError> missingOfPlan(GoalContent goal, Report report) {
		ReportContent content = report.content();
		List<FieldError> missing = new ArrayList<>();
		if (isBlank(content.achievements())) {
			require(missing, content.progress(), "/content/progress", "report.progress-missing");
		}
		if (report.mode() == CycleMode.BACK_LOADING || !isAtTheEnd(report.round())) {
			return missing;
		}
		if (!goal.actions().isEmpty() || !goal.targets().isEmpty()) {
			require(missing, content.processEvaluation(), "/content/processEvaluation", "report.evaluation-missing");
		}
		else {
			require(missing, content.issues(), "/content/issues", "report.issues-missing");
		}
		return missing;
	}

	private static boolean isAtTheEnd(Round round) {
		return round == Round.YEAR_END || round == Round.SETTLEMENT;
	}

	private static boolean isBlank(List<Block> blocks) {
		return blocks.stream().allMatch((block) -> block.text().isBlank());
	}

	private static void require(List<FieldError> missing, List<Block> blocks, String pointer, String key) {
		if (isBlank(blocks)) {
			missing.add(FieldError.of(pointer, key));
		}
	}

	private static void blocks(Violations violations, List<Block> blocks, String pointer, Set<UUID> ids) {
		violations.check(blocks.size() <= MOST_BLOCKS, pointer, "report.too-many", MOST_BLOCKS);
		for (int i = 0; i < blocks.size(); i++) {
			Block block = blocks.get(i);
			String at = pointer + "/" + i;
			violations.required(block.id(), at + "/id")
				.check(block.id() == null || ids.add(block.id()), at + "/id", "report.id-twice")
				.check(block.level() >= 0 && block.level() <= DEEPEST, at + "/level", "number")
				.required(block.marker(), at + "/marker")
				.text(block.marker(), at + "/marker", TextRule.line(20))
				.required(block.text(), at + "/text")
				.text(block.text(), at + "/text", TEXT);
		}
	}

	private static void outcomes(Violations violations, List<ActionOutcome> outcomes) {
		violations.check(outcomes.size() <= MOST_BLOCKS, "/content/outcomes", "report.too-many", MOST_BLOCKS);
		Set<UUID> actions = new HashSet<>();
		for (int i = 0; i < outcomes.size(); i++) {
			ActionOutcome outcome = outcomes.get(i);
			String at = "/content/outcomes/" + i;
			violations.required(outcome.action(), at + "/action")
				.check(outcome.action() == null || actions.add(outcome.action()), at + "/action", "report.id-twice")
				.required(outcome.outcome(), at + "/outcome")
				.required(outcome.note(), at + "/note")
				.text(outcome.note(), at + "/note", NOTE);
		}
	}

	private static void figures(Violations violations, List<Figure> figures, Set<UUID> ids) {
		violations.check(figures.size() <= MOST_BLOCKS, "/content/figures", "report.too-many", MOST_BLOCKS);
		for (int i = 0; i < figures.size(); i++) {
			Figure figure = figures.get(i);
			String at = "/content/figures/" + i;
			violations.required(figure.id(), at + "/id")
				.check(figure.id() == null || ids.add(figure.id()), at + "/id", "report.id-twice")
				.required(figure.label(), at + "/label")
				.text(figure.label(), at + "/label", LINE)
				.required(figure.value(), at + "/value")
				.text(figure.value(), at + "/value", LINE)
				.required(figure.certainty(), at + "/certainty");
		}
	}

	private static void grade(Violations violations, ReportContent.@Nullable Grade grade, List<GradingScheme> schemes) {
		if (grade == null) {
			return;
		}
		Optional<GradingScheme> scheme = schemes.stream()
			.filter((candidate) -> candidate.id().equals(grade.scheme()))
			.findFirst();
		violations.check(scheme.isPresent(), "/content/grade/scheme", "choice")
			.check(scheme.isEmpty() || scheme.get().grade(String.valueOf(grade.code())).isPresent(),
					"/content/grade/code", "choice")
			.required(grade.comment(), "/content/grade/comment")
			.text(grade.comment(), "/content/grade/comment", NOTE);
	}

}
