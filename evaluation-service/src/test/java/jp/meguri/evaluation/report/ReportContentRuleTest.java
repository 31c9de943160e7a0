package jp.meguri.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.evaluation.grading.GradingScheme;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReportContent.ActionOutcome;
import jp.meguri.events.content.ReportContent.Certainty;
import jp.meguri.events.content.ReportContent.Figure;
import jp.meguri.events.content.ReportContent.Grade;
import jp.meguri.events.content.ReportContent.Outcome;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.web.FieldError;
import jp.meguri.web.MeguriProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportContentRuleTest {

	private static final UUID ID = UUID.fromString("018f2f6e-0000-7000-8000-000000000001");

	private static final UUID OTHER = UUID.fromString("018f2f6e-0000-7000-8000-000000000002");

	private static final GradingScheme SCHEME = new GradingScheme(ID, "達成度", 2024, 2028,
			List.of(new GradeDefinition("A", "達成", "")), null);

	static Stream<Arguments> refused() {
		return Stream.of(Arguments.of("/content/achievements/0/text", texts(Block.paragraph(ID, "あ\u0007"))),
				Arguments.of("/content/achievements/0/text", texts(Block.paragraph(ID, "あ".repeat(10_001)))),
				Arguments.of("/content/achievements/1/id", texts(Block.paragraph(ID, "一"), Block.paragraph(ID, "二"))),
				Arguments.of("/content/achievements/0/level", texts(Block.entry(ID, 9, "○", "一"))),
				Arguments.of("/content/achievements/0/level", texts(Block.entry(ID, -1, "○", "一"))),
				Arguments.of("/content/achievements/0/marker", texts(Block.entry(ID, 1, "一\n二", "一"))),
				Arguments.of("/content/outcomes/1/action", outcomes(ID, ID)),
				Arguments.of("/content/figures/0/label", figure("\n", "150人")),
				Arguments.of("/content/grade/code", grade(new Grade(ID, "E", ""))),
				Arguments.of("/content/grade/scheme", grade(new Grade(OTHER, "A", ""))));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void content_isRefusedWithThePlace(String pointer, ReportContent content) {
		MeguriProblem problem = catchThrowableOfType(MeguriProblem.class,
				() -> ReportContentRule.check(content, List.of(SCHEME)));
		assertThat(problem.status()).isEqualTo(422);
		assertThat(problem.errors()).extracting(FieldError::pointer).contains(pointer);
	}

	static Stream<ReportContent> accepted() {
		return Stream.of(ReportContent.EMPTY, texts(Block.paragraph(ID, "あ".repeat(10_000))),
				texts(Block.paragraph(ID, "𠮷".repeat(10_000))),
				texts(Block.entry(ID, 2, "①", "一\n二\tタブ 葛\udb40\udd00")), texts(Block.paragraph(ID, "\u202e右から")),
				outcomes(ID, OTHER), figure("参加者数", "150人"), grade(new Grade(ID, "A", "よくできました")));
	}

	@ParameterizedTest
	@MethodSource("accepted")
	void content_isKeptAsItIs(ReportContent content) {
		assertThatCode(() -> ReportContentRule.check(content, List.of(SCHEME))).doesNotThrowAnyException();
	}

	@Test
	void grade_isRefused_whereTheCityDoesNotGrade() {
		ReportContent content = grade(new Grade(ID, "A", ""));
		MeguriProblem problem = catchThrowableOfType(MeguriProblem.class,
				() -> ReportContentRule.check(content, List.of()));
		assertThat(problem.status()).isEqualTo(422);
	}

	@Test
	void submission_needsAchievementsAndDirections_butNoGrade() {
		assertThat(missing(GoalKind.ANNUAL_GOAL, Round.YEAR_END, ReportContent.EMPTY))
			.containsExactly("report.achievements-missing", "report.directions-missing");
		assertThat(missing(GoalKind.ANNUAL_GOAL, Round.INTERIM, texts(Block.paragraph(ID, "進めています。")))).isEmpty();
		assertThat(missing(GoalKind.MISSION_AND_POLICIES, Round.YEAR_END, ReportContent.EMPTY))
			.containsExactly("report.review-missing");
		assertThat(missing(GoalKind.ANNUAL_GOAL, Round.YEAR_END, texts(Block.paragraph(ID, " \n"))))
			.contains("report.achievements-missing");
	}

	@Test
	void submissionOfAPlansGoal_dependsOnWhatTheGoalHas() {
		GoalContent row = GoalContent.EMPTY;
		GoalContent withTarget = ofPlan(List.of(new GoalTarget(ID, "", null, "3校区以上")));
		assertThat(missing(row, CycleMode.LIVE, ReportContent.EMPTY)).containsExactly("report.progress-missing",
				"report.issues-missing");
		assertThat(missing(withTarget, CycleMode.LIVE, ReportContent.EMPTY)).containsExactly("report.progress-missing",
				"report.evaluation-missing");
		assertThat(missing(withTarget, CycleMode.LIVE, progress("進めました。", "計画どおりです。"))).isEmpty();
		assertThat(missing(withTarget, CycleMode.BACK_LOADING, progress("進めました。", ""))).isEmpty();
	}

	@Test
	void figure_isTiedToIndicatorsOfTheGoalOnly_orStaysTied() {
		ReportContent tied = content(List.of(), List.of(),
				List.of(new Figure(ID, null, "参加者数", "150人", null, Certainty.FINAL, OTHER)), null);
		GoalContent citing = ofPlan(List.of(new GoalTarget(ID, "", null, "150人以上", OTHER)));
		ReportContentRule.checkIndicators(tied, citing, ReportContent.EMPTY);
		ReportContentRule.checkIndicators(tied, GoalContent.EMPTY, tied);
		ReportContentRule.checkIndicators(figure("参加者数", "150人"), GoalContent.EMPTY, ReportContent.EMPTY);
		MeguriProblem problem = catchThrowableOfType(MeguriProblem.class,
				() -> ReportContentRule.checkIndicators(tied, GoalContent.EMPTY, ReportContent.EMPTY));
		assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly("/content/figures/0/indicator");
	}

	@Test
	void partsOfPlans_areJudgedAsAllTexts() {
		MeguriProblem problem = catchThrowableOfType(MeguriProblem.class,
				() -> ReportContentRule.check(progress("一", "あ\u0007"), List.of(SCHEME)));
		assertThat(problem.errors()).extracting(FieldError::pointer).contains("/content/processEvaluation/0/text");
	}

	private static List<String> missing(GoalContent goal, CycleMode mode, ReportContent content) {
		GoalCopy copy = new GoalCopy(ID, ID, ID, 2026, GoalKind.ANNUAL_GOAL, 1, ReviewState.CONFIRMED, 1, 1, mode, goal,
				OTHER);
		Report report = new Report(ID, ID, ID, 1, "", ID, ID, Set.of(), 2026, Round.YEAR_END, mode, ReviewState.DRAFT,
				1, 1, content, true, null, "", OTHER);
		return ReportContentRule.missing(copy, report).stream().map(FieldError::key).toList();
	}

	private static GoalContent ofPlan(List<GoalTarget> targets) {
		return new GoalContent("", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
				null, List.of(), List.of(), targets, List.of(), List.of(), List.of(), "");
	}

	private static ReportContent progress(String progress, String evaluation) {
		return new ReportContent(List.of(), List.of(), List.of(), List.of(), List.of(), null, null,
				List.of(Block.paragraph(ID, progress)), List.of(), List.of(Block.paragraph(OTHER, evaluation)),
				List.of());
	}

	private static List<String> missing(GoalKind kind, Round round, ReportContent content) {
		return ReportContentRule.missing(kind, round, content).stream().map(FieldError::key).toList();
	}

	private static ReportContent texts(Block... achievements) {
		return content(List.of(achievements), List.of(), List.of(), null);
	}

	private static ReportContent outcomes(UUID... actions) {
		return content(List.of(),
				Stream.of(actions).map((action) -> new ActionOutcome(action, Outcome.DONE, null, "")).toList(),
				List.of(), null);
	}

	private static ReportContent figure(String label, String value) {
		return content(List.of(), List.of(), List.of(new Figure(ID, null, label, value, null, Certainty.FINAL)), null);
	}

	private static ReportContent grade(Grade grade) {
		return content(List.of(), List.of(), List.of(), grade);
	}

	private static ReportContent content(List<Block> achievements, List<ActionOutcome> outcomes, List<Figure> figures,
			@Nullable Grade grade) {
		return new ReportContent(List.of(), achievements, List.of(), outcomes, figures, grade, null);
	}

}
