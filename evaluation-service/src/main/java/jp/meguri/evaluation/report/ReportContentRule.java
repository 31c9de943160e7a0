package jp.meguri.evaluation.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.evaluation.grading.GradingScheme;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalKind;
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

	/** Refuses with 422 what could never stand in a report. */
	static void check(ReportContent content, @Nullable GradingScheme scheme) {
		Violations violations = new Violations();
		Set<UUID> ids = new HashSet<>();
		blocks(violations, content.review(), "/content/review", ids);
		blocks(violations, content.achievements(), "/content/achievements", ids);
		blocks(violations, content.directions(), "/content/directions", ids);
		outcomes(violations, content.outcomes());
		figures(violations, content.figures(), ids);
		grade(violations, content.grade(), scheme);
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
		if (round == Round.YEAR_END || round == Round.SETTLEMENT) {
			require(missing, content.directions(), "/content/directions", "report.directions-missing");
		}
		return missing;
	}

	/** The same for a goal that is known. */
	static List<FieldError> missing(GoalCopy goal, Report report) {
		return missing(goal.kind(), report.round(), report.content());
	}

	private static void require(List<FieldError> missing, List<Block> blocks, String pointer, String key) {
		if (blocks.stream().allMatch((block) -> block.text().isBlank())) {
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

	private static void grade(Violations violations, ReportContent.@Nullable Grade grade,
			@Nullable GradingScheme scheme) {
		if (grade == null) {
			return;
		}
		violations.check(scheme != null && scheme.id().equals(grade.scheme()), "/content/grade/scheme", "choice")
			.check(scheme == null || scheme.grade(String.valueOf(grade.code())).isPresent(), "/content/grade/code",
					"choice")
			.required(grade.comment(), "/content/grade/comment")
			.text(grade.comment(), "/content/grade/comment", NOTE);
	}

}
