package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.entries.Marker;
import jp.meguri.reading.entries.Placeholder;
import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.remarks.Remarks;

/**
 * Reads the rows of one section of goals. Heads may be repeated on each page; a goal goes
 * on in rows without a number; below its links nothing but links is expected until the
 * next number.
 */
final class GoalSection {

	private static final Pattern NUMBER = Pattern.compile("(?:目標)?\\s*(\\d{1,2})\\s*[.)]?\\s*");

	private final GoalDraft.Horizon horizon;

	private final List<Row> rows;

	private final Coverage coverage;

	private final Remarks remarks;

	private final List<GoalDraft> goals = new ArrayList<>();

	private @Nullable Columns columns;

	private @Nullable OpenGoal goal;

	private boolean amongLinks;

	private boolean afterHead;

	GoalSection(GoalDraft.Horizon horizon, List<Row> rows, Coverage coverage, Remarks remarks) {
		this.horizon = horizon;
		this.rows = rows;
		this.coverage = coverage;
		this.remarks = remarks;
	}

	List<GoalDraft> read() {
		for (int i = 0; i < this.rows.size(); i++) {
			Row row = this.rows.get(i);
			if (Columns.isHead(row)) {
				head(row);
			}
			else if (row.table() && this.columns != null) {
				content(row, i, this.columns);
				this.afterHead = false;
			}
		}
		close();
		return this.goals;
	}

	private void head(Row row) {
		this.columns = Columns.of(row, this.afterHead ? this.columns : null);
		this.afterHead = true;
		row.pieces().forEach((piece) -> this.coverage.leave(piece.run().spans(), Leftover.Kind.LABEL));
	}

	private void content(Row row, int index, Columns columns) {
		int numberColumn = columns.position(Column.NUMBER);
		boolean shifted = isShifted(row, columns);
		if (shifted || isGoalWithoutNumber(row, columns)) {
			leave(row, shifted, columns);
			return;
		}
		boolean starts = startsGoal(row, index, columns);
		if (starts) {
			close();
			open(row.cell(numberColumn), columns);
		}
		OpenGoal goal = this.goal;
		if (goal == null) {
			return;
		}
		if (labelColumns(row, goal)) {
			this.amongLinks = true;
			return;
		}
		boolean labelled = row.pieces().stream().anyMatch((piece) -> Dimension.labelled(piece.run()) != null);
		for (int column : row.filled()) {
			if (column == numberColumn && (starts || isRepeatedNumber(row.cell(column), goal))) {
				continue;
			}
			cell(row, column, columns, goal, labelled, starts);
		}
		goal.links.endRow();
		this.amongLinks |= labelled;
	}

	/** A row may end behind its first text, where a page cut it. */
	private static boolean isShifted(Row row, Columns columns) {
		int size = row.cells().size();
		int body = columns.position(columns.has(Column.TITLE) ? Column.TITLE : Column.BODY);
		return size != columns.width() && size > body + 1;
	}

	/**
	 * What cannot be tied to a field stays unread. Only the next number, at its place,
	 * says whose rows follow.
	 */
	private void leave(Row row, boolean shifted, Columns columns) {
		Span all = row.pieces().stream().map((piece) -> piece.run().span()).reduce(Span::through).orElseThrow();
		this.remarks.add(shifted ? Question.CELLS_SHIFTED : Question.NUMBER_MISSING, all);
		Cell first = row.cell(columns.position(Column.NUMBER));
		Integer number = (columns.position(Column.NUMBER) == 0) ? numberOf(first) : null;
		boolean next = number != null && number == lastNumber() + 1;
		close();
		if (next && isMoreThanLink(row, columns)) {
			open(first, columns);
		}
	}

	private int lastNumber() {
		return (this.goal != null) ? this.goal.number()
				: this.goals.isEmpty() ? 0 : this.goals.get(this.goals.size() - 1).number();
	}

	/** Entries behind the links of a goal belong to another goal. */
	private boolean isGoalWithoutNumber(Row row, Columns columns) {
		boolean labelled = row.pieces().stream().anyMatch((piece) -> Dimension.labelled(piece.run()) != null);
		int body = columns.position(columns.has(Column.TITLE) ? Column.TITLE : Column.BODY);
		return this.goal != null && this.amongLinks && !labelled && row.cell(columns.position(Column.NUMBER)).isEmpty()
				&& row.cell(body).pieces().size() > 1 && isMoreThanLink(row, columns);
	}

	/** A row of nothing but two or more labels says what the columns below it hold. */
	private boolean labelColumns(Row row, OpenGoal goal) {
		if (row.filled().size() < 2 || !row.pieces().stream().allMatch(GoalSection::isLabelOnly)) {
			return false;
		}
		for (int column : row.filled()) {
			Run run = row.cell(column).pieces().get(0).run();
			Dimension dimension = Dimension.labelled(run);
			if (dimension != null) {
				goal.links.labelColumn(column, dimension, run);
			}
		}
		return true;
	}

	private static boolean isLabelOnly(Piece piece) {
		Dimension label = Dimension.labelled(piece.run());
		return label != null && label.end() == piece.run().length();
	}

	private void cell(Row row, int column, Columns columns, OpenGoal goal, boolean labelled, boolean starts) {
		List<Piece> pieces = row.cell(column).pieces().stream().flatMap((p) -> Dimension.cut(p).stream()).toList();
		Column role = columns.at(column);
		boolean links = role == Column.LINKS || beginsWithLinks(pieces.get(0), role, labelled);
		for (int i = 0; i < pieces.size(); i++) {
			Piece piece = pieces.get(i);
			links |= Dimension.labelled(piece.run()) != null;
			if (Placeholder.is(piece.run())) {
				this.coverage.leave(piece.run().spans(), Leftover.Kind.PLACEHOLDER);
			}
			else if (links) {
				goal.links.add(piece, column, role == Column.NUMBER, codeFollows(row, column, pieces, i));
			}
			else {
				field((i == 0 && !starts) ? piece.with(continuing(piece, goal)) : piece, role, goal);
			}
		}
		goal.links.endCell();
	}

	/** At the top of a further row a sentence may go on that a page break cut. */
	private static Piece.Break continuing(Piece piece, OpenGoal goal) {
		boolean wrap = piece.before() == Piece.Break.PARAGRAPH && !goal.body.isEmpty();
		return wrap ? Piece.Break.WRAP : piece.before();
	}

	/**
	 * Among links, only an entry with a list marker belongs to the column it stands in.
	 */
	private boolean beginsWithLinks(Piece first, @Nullable Column role, boolean labelled) {
		String folded = first.run().folded();
		if (this.amongLinks) {
			Marker marker = Marker.at(folded, 0);
			boolean entry = marker != null && marker.kind() != Marker.Kind.NUMBER;
			return !entry || role == null || role == Column.NUMBER;
		}
		return labelled && PlanCode.standing(folded, 0) != null;
	}

	private static boolean codeFollows(Row row, int column, List<Piece> pieces, int index) {
		Piece next = (index + 1 < pieces.size()) ? pieces.get(index + 1) : null;
		if (next == null && !row.cell(column + 1).isEmpty()) {
			next = row.cell(column + 1).pieces().get(0);
		}
		return next != null && PlanCode.standing(next.run().folded(), 0) != null;
	}

	private void field(Piece piece, @Nullable Column role, OpenGoal goal) {
		if (role == null) {
			return;
		}
		switch (role) {
			case TITLE -> goal.title(piece.run());
			case BODY -> goal.addToBody(piece);
			case ROADMAP -> goal.roadmap.add(piece);
			case ACHIEVEMENTS, DIRECTIONS -> result(piece, role, goal);
			case NUMBER -> goal.takeTag(piece.run());
			default -> {
			}
		}
	}

	/** A mid-term goal has no results: めざす成果 and 課題 are its statement. */
	private void result(Piece piece, Column role, OpenGoal goal) {
		if (this.horizon == GoalDraft.Horizon.MID_TERM) {
			goal.body.add(piece);
		}
		else {
			((role == Column.ACHIEVEMENTS) ? goal.achievements : goal.directions).add(piece);
		}
	}

	private void open(Cell cell, Columns columns) {
		Run run = cell.pieces().get(0).run();
		Matcher matcher = NUMBER.matcher(run.folded());
		int printed = matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
		Run number = run.part(matcher.start(1), matcher.end(1));
		this.coverage.leave(run.part(0, matcher.end()).spans(), Leftover.Kind.LABEL);
		this.goal = new OpenGoal(this.horizon, printed, number, this.coverage, this.remarks);
		if (printed != this.goals.size() + 1) {
			this.remarks.add(Question.NUMBER_OUT_OF_ORDER, number.span(), printed);
		}
		this.goal.takeTag(run.from(matcher.end()));
		cell.pieces().stream().skip(1).forEach((piece) -> this.goal.takeTag(piece.run()));
		columns.dimensions().forEach(this.goal.links::expectIn);
		this.amongLinks = false;
	}

	private void close() {
		OpenGoal done = this.goal;
		if (done != null) {
			if (!done.hasTitle()) {
				this.remarks.add(Question.TITLE_MISSING, done.place(), done.number());
			}
			this.goals.add(done.toDraft());
		}
		this.goal = null;
	}

	private boolean isRepeatedNumber(Cell cell, OpenGoal goal) {
		if (this.amongLinks && !this.afterHead) {
			return false;
		}
		Integer number = numberOf(cell);
		boolean repeated = this.afterHead && number != null && number == goal.number();
		if (repeated) {
			cell.pieces().forEach((piece) -> this.coverage.leave(piece.run().spans(), Leftover.Kind.LABEL));
		}
		return repeated;
	}

	private boolean startsGoal(Row row, int index, Columns columns) {
		Integer number = numberOf(row.cell(columns.position(Column.NUMBER)));
		int titleColumn = columns.position(columns.has(Column.TITLE) ? Column.TITLE : Column.BODY);
		if (number == null || number == 0 || row.cell(titleColumn).isEmpty()) {
			return false;
		}
		OpenGoal goal = this.goal;
		if (goal == null) {
			return this.goals.isEmpty() || number > lastNumber() && isMoreThanLink(row, columns);
		}
		if (!this.amongLinks) {
			return number != goal.number();
		}
		if (number == goal.number() + 1) {
			return isMoreThanLink(row, columns) || headsContent(index, number, columns);
		}
		return this.afterHead && !goal.links.isWaiting() && isMoreThanLink(row, columns) && number != goal.number();
	}

	/** Whether the row holds entries or results, as no link does. */
	private static boolean isMoreThanLink(Row row, Columns columns) {
		return row.filled().stream().anyMatch((i) -> {
			Column role = columns.at(i);
			List<Piece> pieces = row.cell(i).pieces();
			boolean entries = pieces.size() > 1 || Marker.inside(pieces.get(0).run().folded(), 0) != null;
			return role != null && role != Column.NUMBER
					&& (entries || (role != Column.BODY && role != Column.TITLE && isEntry(pieces.get(0))));
		});
	}

	private static boolean isEntry(Piece piece) {
		return Placeholder.is(piece.run()) || Marker.at(piece.run().folded(), 0) != null;
	}

	/**
	 * Among links, "2 something" may be a code with its title or the next goal. It is the
	 * goal if entries or a new label follow before another row with the same number.
	 */
	private boolean headsContent(int index, int number, Columns columns) {
		for (Row row : this.rows.subList(index + 1, this.rows.size())) {
			Integer other = numberOf(row.cell(columns.position(Column.NUMBER)));
			if (other != null && other == number) {
				return false;
			}
			if (row.pieces().stream().anyMatch((p) -> isEntry(p) || Dimension.labelled(p.run()) != null)) {
				return true;
			}
		}
		return false;
	}

	/** The number a cell consists of, a tag beside it aside; or null. */
	private static @Nullable Integer numberOf(Cell cell) {
		if (cell.isEmpty()) {
			return null;
		}
		Run run = cell.pieces().get(0).run();
		Matcher matcher = NUMBER.matcher(run.folded());
		boolean alone = matcher.lookingAt()
				&& (matcher.end() == run.length() || OpenGoal.isTag(run.from(matcher.end())));
		return alone ? Integer.valueOf(matcher.group(1)) : null;
	}

}
