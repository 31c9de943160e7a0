package jp.meguri.events.content;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content of one report; for mission and policies only the policy review is used.
 *
 * @param review 取り組みの総括 (report on mission and policies)
 * @param achievements 取組みを行った内容・成果
 * @param directions 課題・今後の方向性
 * @param outcomes what became of the actions, by entry of the goal
 * @param figures actual values entered for the goal
 * @param grade the department's own grade (一次評価), or null for none
 * @param nextStep 今後の方針, or null for none
 * @param progress 取組状況 (goals of a plan)
 * @param issues 課題・改善点 (goals of a plan)
 * @param processEvaluation 取組工程に対する評価 (goals of a plan)
 * @param improvements 見直し、改善事項 (goals of a plan)
 */
public record ReportContent(List<Block> review, List<Block> achievements, List<Block> directions,
		List<ActionOutcome> outcomes, List<Figure> figures, @Nullable Grade grade, @Nullable NextStep nextStep,
		List<Block> progress, List<Block> issues, List<Block> processEvaluation, List<Block> improvements) {

	public static final ReportContent EMPTY = new ReportContent(List.of(), List.of(), List.of(), List.of(), List.of(),
			null, null);

	public ReportContent {
		review = List.copyOf(review);
		achievements = List.copyOf(achievements);
		directions = List.copyOf(directions);
		outcomes = List.copyOf(outcomes);
		figures = List.copyOf(figures);
		progress = Lists.copyOrEmpty(progress);
		issues = Lists.copyOrEmpty(issues);
		processEvaluation = Lists.copyOrEmpty(processEvaluation);
		improvements = Lists.copyOrEmpty(improvements);
	}

	/** A report on a goal of a department, without what only goals of a plan have. */
	public ReportContent(List<Block> review, List<Block> achievements, List<Block> directions,
			List<ActionOutcome> outcomes, List<Figure> figures, @Nullable Grade grade, @Nullable NextStep nextStep) {
		this(review, achievements, directions, outcomes, figures, grade, nextStep, List.of(), List.of(), List.of(),
				List.of());
	}

	/**
	 * What became of one action.
	 *
	 * @param action id of the action's block in the goal
	 * @param outcome what became of it
	 * @param month first day of the month in which it was done, or null
	 * @param note one line of progress or the reason; empty for none
	 */
	public record ActionOutcome(UUID action, Outcome outcome, @Nullable LocalDate month, String note) {
	}

	/**
	 * An action's outcome; {@code ON_SCHEDULE} and {@code DELAYED} are used within the
	 * year.
	 */
	public enum Outcome {

		NOT_REPORTED, ON_SCHEDULE, DELAYED, DONE, DONE_LATE, PARTIAL, REPLACED, DEFERRED, CARRIED_OVER, CANCELLED

	}

	/**
	 * An actual figure as it was written; nothing is computed from it.
	 *
	 * @param id stays the same through all revisions
	 * @param action the action it belongs to, or null for the goal
	 * @param label what was counted, e.g. 参加者数
	 * @param value the figure with its unit as typed, e.g. 150人
	 * @param asOf 時点, or null
	 * @param certainty 見込み, 速報 or 確報
	 * @param indicator the indicator (指標) of a target of the goal it is the actual value
	 * of, or null
	 */
	public record Figure(UUID id, @Nullable UUID action, String label, String value, @Nullable LocalDate asOf,
			Certainty certainty, @Nullable UUID indicator) {

		/** A figure that is tied to no indicator. */
		public Figure(UUID id, @Nullable UUID action, String label, String value, @Nullable LocalDate asOf,
				Certainty certainty) {
			this(id, action, label, value, asOf, certainty, null);
		}

	}

	public enum Certainty {

		FORECAST, PROVISIONAL, FINAL

	}

	/**
	 * A grade in its scheme; it means nothing outside of it.
	 *
	 * @param scheme the grading scheme
	 * @param code the grade's code in the scheme, e.g. {@code A}
	 * @param comment one line on the choice; empty for none
	 */
	public record Grade(UUID scheme, String code, String comment) {
	}

	/** 今後の方針. */
	public enum NextStep {

		CONTINUE, EXPAND, IMPROVE, REDUCE, COMPLETE, ABOLISH

	}

}
