package jp.meguri.workbook;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.ReportContent.ActionOutcome;
import jp.meguri.events.content.ReportContent.Outcome;
import jp.meguri.events.content.Round;

/**
 * The rows of texts of one kind of goals, top to bottom. What a row leaves open (goal,
 * field, round, level) is as in the row above.
 */
final class TextRows {

	private final Map<Integer, OpenGoal> goals;

	private final Identities ids;

	private int number;

	private String field = "";

	private @Nullable Round round;

	private int level;

	private final Results results;

	TextRows(Map<Integer, OpenGoal> goals, Identities ids, Results results) {
		this.results = results;
		this.goals = goals;
		this.ids = ids;
	}

	void add(TableRow row) {
		String field = row.has(Heads.FIELD) ? row.get(Heads.FIELD).strip() : this.field;
		if (field.equals(Heads.TITLE) && row.has(Heads.FIELD)) {
			this.number = this.goals.values()
				.stream()
				.filter((goal) -> goal.title() == row)
				.mapToInt(OpenGoal::number)
				.findFirst()
				.orElse(this.number);
			this.field = "";
			return;
		}
		this.number = row.number(Heads.NUMBER, this.number);
		this.field = field;
		OpenGoal goal = this.goals.get(this.number);
		if (goal == null) {
			row.remark(Notice.GOAL_UNKNOWN, Heads.NUMBER, this.number, row.summary());
		}
		else if (field.equals(Heads.OUTCOME_ONLY)) {
			outcomes(row, goal, row.reference(Heads.ID));
		}
		else {
			block(row, goal);
		}
	}

	private void block(TableRow row, OpenGoal goal) {
		Optional<Field> field = Field.named(this.field);
		if (field.isEmpty()) {
			row.remark(Notice.FIELD_UNKNOWN, Heads.FIELD, Sheets.shortened(this.field), row.summary());
			return;
		}
		if (field.get().isOfReport() && this.results.leave(row)) {
			return;
		}
		if (field.get().isOfReport()) {
			Optional<Round> round = WorkbookReader.round(row, this.round);
			if (round.isPresent()) {
				this.round = round.get();
				goal.report(round.get(), this.ids).add(field.get(), block(row));
			}
			return;
		}
		Block block = block(row);
		goal.add(field.get(), block);
		outcomes(row, goal, block.id());
	}

	private Block block(TableRow row) {
		this.level = row.number(Heads.LEVEL, this.level);
		UUID id = this.ids.of(row);
		return new Block(id, this.level, row.get(Heads.MARKER), row.get(Heads.TEXT), WorkbookReader.tags(row),
				repeatOf(row));
	}

	private static @Nullable UUID repeatOf(TableRow row) {
		UUID id = row.reference(Heads.REPEAT_OF);
		if (!row.has(Heads.REPEATED)) {
			if (id != null) {
				row.remark(Notice.REPEAT_REMOVED, Heads.REPEATED);
			}
			return null;
		}
		if (id == null) {
			row.remark(Notice.REPEAT_UNKNOWN, Heads.REPEATED);
		}
		return id;
	}

	private void outcomes(TableRow row, OpenGoal goal, @Nullable UUID action) {
		for (Round round : Round.values()) {
			boolean any = row.has(Heads.outcome(round)) || row.has(Heads.month(round)) || row.has(Heads.note(round));
			if (any && !this.results.areRead()) {
				this.results.leave(row);
			}
			else if (any && action != null) {
				Outcome outcome = row.word(Heads.outcome(round), Words.OUTCOMES).orElse(Outcome.NOT_REPORTED);
				goal.report(round, this.ids)
					.add(row.number(Heads.order(round), Integer.MAX_VALUE), new ActionOutcome(action, outcome,
							row.day(Heads.month(round)), row.get(Heads.note(round))));
			}
		}
	}

}
