package jp.meguri.workbook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.ReportContent;

/**
 * A field of goals or reports that consists of paragraphs and entries (欄).
 */
enum Field {

	MISSION("使命", GoalContent::mission, null),

	POLICIES("取り組み方針", GoalContent::policies, null),

	PURPOSE("趣旨・目的", GoalContent::purpose, null),

	DIRECTION("今後の取組方向", GoalContent::direction, null),

	STATEMENT("めざす成果・課題", GoalContent::statement, null),

	ACTIONS("取組事項", GoalContent::actions, null),

	ROADMAP("スケジュール", GoalContent::roadmap, null),

	REVIEW("取り組みの総括", null, ReportContent::review),

	ACHIEVEMENTS("内容・成果", null, ReportContent::achievements),

	DIRECTIONS("課題・今後の方向性", null, ReportContent::directions),

	PROGRESS("取組状況", null, ReportContent::progress),

	ISSUES("課題・改善点", null, ReportContent::issues),

	PROCESS_EVALUATION("取組工程の評価", null, ReportContent::processEvaluation),

	IMPROVEMENTS("見直し・改善事項", null, ReportContent::improvements);

	private final String word;

	private final @Nullable Function<GoalContent, List<Block>> inGoal;

	private final @Nullable Function<ReportContent, List<Block>> inReport;

	Field(String word, @Nullable Function<GoalContent, List<Block>> inGoal,
			@Nullable Function<ReportContent, List<Block>> inReport) {
		this.word = word;
		this.inGoal = inGoal;
		this.inReport = inReport;
	}

	String word() {
		return this.word;
	}

	boolean isOfReport() {
		return this.inReport != null;
	}

	List<Block> in(GoalContent goal) {
		return (this.inGoal != null) ? this.inGoal.apply(goal) : List.of();
	}

	List<Block> in(ReportContent report) {
		return (this.inReport != null) ? this.inReport.apply(report) : List.of();
	}

	static Optional<Field> named(String word) {
		return Arrays.stream(values()).filter((field) -> field.word.equals(word.strip())).findFirst();
	}

	static List<String> words() {
		return Arrays.stream(values()).map(Field::word).toList();
	}

}
