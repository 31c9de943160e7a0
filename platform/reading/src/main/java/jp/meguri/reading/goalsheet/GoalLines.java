package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.entries.Placeholder;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.remarks.Remarks;

/**
 * Reads a section of goals that has no table: number and title on one line, then each
 * part under its label. Where the labels stand beside each other in one line, the text
 * below them was a table once and cannot be told apart: it is left and remarked.
 */
final class GoalLines {

	private static final Pattern START = Pattern.compile("(?:No\\.?\\s?|目標\\s?)?(\\d{1,2})(?:[.:]\\s?|\\s)(?=\\S)");

	private final GoalDraft.Horizon horizon;

	private final List<Row> rows;

	private final Coverage coverage;

	private final Remarks remarks;

	private final List<GoalDraft> goals = new ArrayList<>();

	private @Nullable OpenGoal goal;

	private Column role = Column.BODY;

	GoalLines(GoalDraft.Horizon horizon, List<Row> rows, Coverage coverage, Remarks remarks) {
		this.horizon = horizon;
		this.rows = rows;
		this.coverage = coverage;
		this.remarks = remarks;
	}

	List<GoalDraft> read() {
		List<Piece> heads = this.rows.stream()
			.flatMap((row) -> row.pieces().stream())
			.filter(GoalLines::headsSeveral)
			.toList();
		if (!heads.isEmpty()) {
			lost(heads);
			return List.of();
		}
		for (Row row : this.rows) {
			for (Piece piece : row.pieces()) {
				line(piece.with(MissionSection.Lines.breakBefore(row, piece)));
			}
		}
		close();
		return this.goals;
	}

	private static boolean headsSeveral(Piece piece) {
		String[] words = piece.run().folded().split(" +");
		return words.length > 1 && Arrays.stream(words).allMatch((word) -> Column.headedBy(Width.key(word)) != null);
	}

	private void lost(List<Piece> heads) {
		heads.forEach((head) -> this.coverage.leave(head.run().spans(), Leftover.Kind.LABEL));
		List<Piece> all = this.rows.stream().flatMap((row) -> row.pieces().stream()).toList();
		Span whole = all.get(0).run().span().through(all.get(all.size() - 1).run().span());
		this.remarks.add(Question.COLUMNS_LOST, whole, heads.get(0).run().chars());
	}

	private void line(Piece piece) {
		Run run = piece.run();
		Column label = Column.headedBy(run.key());
		if (label != null && label != Column.LINKS && label != Column.TITLE && label != Column.POLICY) {
			this.role = label;
			this.coverage.leave(run.spans(), Leftover.Kind.LABEL);
			return;
		}
		Matcher start = START.matcher(run.folded());
		if (start.lookingAt() && startsGoal(Integer.parseInt(start.group(1)))) {
			open(run, start);
		}
		else if (this.goal != null) {
			content(piece, this.goal);
		}
	}

	private boolean startsGoal(int number) {
		boolean next = number == this.goals.size() + ((this.goal != null) ? 2 : 1);
		return next && (this.goal == null || this.role != Column.LINKS || !this.goal.links.isWaiting());
	}

	private void open(Run run, Matcher start) {
		close();
		Run number = run.part(start.start(1), start.end(1));
		this.coverage.leave(run.part(0, start.end()).spans(), Leftover.Kind.LABEL);
		this.goal = new OpenGoal(this.horizon, Integer.parseInt(number.folded()), number, this.coverage, this.remarks);
		this.goal.title(run.from(start.end()).trim());
		this.role = Column.BODY;
	}

	private void content(Piece whole, OpenGoal goal) {
		for (Piece piece : Dimension.cut(whole)) {
			if (Placeholder.is(piece.run())) {
				this.coverage.leave(piece.run().spans(), Leftover.Kind.PLACEHOLDER);
				continue;
			}
			if (Dimension.labelled(piece.run()) != null) {
				this.role = Column.LINKS;
			}
			switch (this.role) {
				case LINKS -> goal.links.add(piece, 0, false, false);
				case BODY -> goal.addToBody(piece);
				case ROADMAP -> goal.roadmap.add(piece);
				case ACHIEVEMENTS -> goal.achievements.add(piece);
				case DIRECTIONS -> goal.directions.add(piece);
				default -> {
				}
			}
		}
		goal.links.endCell();
	}

	private void close() {
		if (this.goal != null) {
			this.goals.add(this.goal.toDraft());
		}
		this.goal = null;
	}

}
