package jp.meguri.workbook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.Tag;
import jp.meguri.workbook.SheetContent.Goal;
import jp.meguri.workbook.SheetContent.Report;

/**
 * A goal sheet as one table for spreadsheet programs: UTF-8 with a byte order mark, every
 * field in quotes, rows ended by CR LF. A text that a program could take for a formula
 * begins with an apostrophe; numbers stay numbers.
 */
public final class SheetCsv {

	private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

	private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,3}((,\\d{3})+|\\d*)(\\.\\d+)?%?");

	private final StringBuilder csv = new StringBuilder("\ufeff");

	private SheetCsv() {
	}

	public static byte[] write(SheetContent sheet) {
		SheetCsv writer = new SheetCsv();
		writer.row("年度", "区分", "No", "回", "欄", "段", "記号・番号", "本文", "印・選択", "補足");
		sheet.goals().forEach((goal) -> writer.goal(sheet.fiscalYear(), goal));
		return writer.csv.toString().getBytes(StandardCharsets.UTF_8);
	}

	private void goal(int year, Goal goal) {
		GoalContent content = goal.content();
		Line line = new Line(year, goal, "");
		line.write(Heads.TITLE, "", content.code(), content.title(), tags(content.tags()), "");
		for (Field field : Field.values()) {
			field.in(content).forEach((block) -> line.write(field, block));
		}
		for (PlanLink link : content.links()) {
			line.write(Sheets.plan(link.dimension()), "", link.code(), link.title(), Words.CHOICES.of(link.choice()),
					"");
		}
		content.targets().forEach((target) -> line.write(Sheets.TARGETS, "", target.key(), target.text(), "", ""));
		content.responsibilities()
			.forEach((one) -> line.write(Sheets.RESPONSIBILITIES, "", "", one.name(), Words.ROLES.of(one.role()), ""));
		content.references().forEach((reference) -> line.write(Sheets.REFERENCES, "", "", reference, "", ""));
		goal.reports().forEach((report) -> report(year, goal, report));
	}

	private void report(int year, Goal goal, Report report) {
		Line line = new Line(year, goal, Words.ROUNDS.of(report.round()));
		ReportContent content = report.content();
		for (Field field : Field.values()) {
			field.in(content).forEach((block) -> line.write(field, block));
		}
		content.outcomes()
			.forEach((outcome) -> line.write("取組の結果", "", Days.print(outcome.month()), text(goal, outcome.action()),
					Words.OUTCOMES.of(outcome.outcome()), outcome.note()));
		content.figures()
			.forEach((figure) -> line.write(Sheets.FIGURES, "", figure.label(), figure.value(),
					Words.CERTAINTIES.of(figure.certainty()), (figure.asOf() != null) ? figure.asOf().toString() : ""));
		if (content.grade() != null) {
			line.write(Heads.GRADE, "", content.grade().code(), content.grade().comment(), "", "");
		}
		if (content.nextStep() != null) {
			line.write(Heads.NEXT_STEP, "", "", Words.NEXT_STEPS.of(content.nextStep()), "", "");
		}
	}

	private static String text(Goal goal, UUID action) {
		return goal.content()
			.actions()
			.stream()
			.filter((block) -> block.id().equals(action))
			.map(Block::text)
			.findFirst()
			.orElse("");
	}

	private static String tags(List<Tag> tags) {
		return String.join("・", tags.stream().map(Words.TAGS::of).toList());
	}

	private void row(String... fields) {
		for (int i = 0; i < fields.length; i++) {
			this.csv.append((i > 0) ? "," : "")
				.append('"')
				.append(harmless(fields[i]).replace("\"", "\"\""))
				.append('"');
		}
		this.csv.append("\r\n");
	}

	private static String harmless(String field) {
		return (FORMULA.matcher(field).matches() && !NUMBER.matcher(field).matches()) ? "'" + field : field;
	}

	/**
	 * Rows of one goal, or of one report on it.
	 */
	private final class Line {

		private final int year;

		private final Goal goal;

		private final String round;

		private Line(int year, Goal goal, String round) {
			this.year = year;
			this.goal = goal;
			this.round = round;
		}

		private void write(String field, String level, String marker, String text, String tags, String more) {
			row(String.valueOf(this.year), Words.KINDS.of(this.goal.kind()), String.valueOf(this.goal.number()),
					this.round, field, level, marker, text, tags, more);
		}

		private void write(Field field, Block block) {
			write(field.word(), String.valueOf(block.level()), block.marker(), block.text(), tags(block.tags()),
					(block.repeatOf() != null) ? Heads.REPEATED : "");
		}

	}

}
