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
import jp.meguri.reading.entries.Marker;
import jp.meguri.reading.entries.Placeholder;
import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;
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

	private final List<Row> heads = new ArrayList<>();

	private final List<Row> headsHere = new ArrayList<>();

	private boolean lost;

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
				head(row, row);
			}
			else if (row.table() && repeatsHead(row)) {
				head(row, asPrinted(row));
			}
			else if (row.table()) {
				if (this.afterHead) {
					checkHeads(this.rows.subList(i, this.rows.size()));
				}
				if (this.columns != null) {
					content(row, i, this.columns);
				}
				this.afterHead = false;
			}
		}
		close();
		return this.goals;
	}

	/**
	 * @param row the row
	 * @param legible the same row, or an earlier one it repeats
	 */
	private void head(Row row, Row legible) {
		if (!this.afterHead) {
			this.headsHere.clear();
		}
		this.columns = Columns.of(legible, this.afterHead ? this.columns : null);
		this.afterHead = true;
		this.headsHere.add(row);
		row.pieces().forEach((piece) -> this.coverage.leave(piece.run().spans(), Leftover.Kind.LABEL));
	}

	/** Whether a row, legible or not, has words of the section's heads. */
	private boolean repeatsHead(Row row) {
		return this.heads.stream()
			.flatMap((head) -> head.cells().stream())
			.map(Cell::key)
			.filter((key) -> key.length() > 1)
			.anyMatch((key) -> row.cells().stream().anyMatch((cell) -> cell.key().equals(key)));
	}

	/** The head this row repeats, cell under cell; or the row itself. */
	private Row asPrinted(Row row) {
		return this.heads.stream()
			.filter((head) -> head.cells().size() == row.cells().size()
					&& row.filled().stream().filter((i) -> head.cell(i).key().equals(row.cell(i).key())).count()
							* 2 >= row.filled().size())
			.findFirst()
			.orElse(row);
	}

	/**
	 * Heads that lost or gained a cell, or the one above the numbers, do not say what
	 * stands below them.
	 */
	private void checkHeads(List<Row> below) {
		Columns here = this.columns;
		boolean straight = this.headsHere.stream().map((head) -> head.cells().size()).distinct().count() == 1
				&& !(headsJoined() && standBelowOther(below)) && !mostStandBelowOther(below);
		if (here != null && here.has(Column.NUMBER) && here.has(Column.BODY) && straight) {
			this.heads.addAll(this.headsHere);
			return;
		}
		List<Piece> all = this.headsHere.stream().flatMap((head) -> head.pieces().stream()).toList();
		Span whole = all.get(0).run().span().through(all.get(all.size() - 1).run().span());
		this.remarks.add(Question.COLUMNS_LOST, whole, all.get(0).run().chars());
		close();
		this.columns = null;
		this.lost = true;
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
		this.amongLinks |= !starts && !labelled && isCodeOfParts(row.pieces().get(0).run());
		for (int column : row.filled()) {
			if (column == numberColumn && (starts || isRepeatedNumber(row.cell(column), goal))) {
				continue;
			}
			cell(row, column, columns, goal, labelled, starts);
		}
		goal.links.endRow();
		this.amongLinks |= labelled;
	}

	private boolean headsJoined() {
		return this.headsHere.stream()
			.flatMap((head) -> head.pieces().stream())
			.map((piece) -> piece.run().folded().split(" +"))
			.anyMatch((words) -> words.length > 1
					&& Arrays.stream(words).allMatch((word) -> Column.headedBy(Width.key(word)) != null));
	}

	private boolean mostStandBelowOther(List<Row> below) {
		int width = this.headsHere.get(0).cells().size();
		List<Row> rows = below.stream().takeWhile((row) -> row.table() && !Columns.isHead(row)).toList();
		return 2 * rows.stream().filter((row) -> row.cells().size() == width).count() < rows.size() + 1L
				&& rows.size() > 1;
	}

	/**
	 * Whether any row below the heads, up to the next ones, is not as wide as they are.
	 */
	private boolean standBelowOther(List<Row> below) {
		int width = this.headsHere.get(0).cells().size();
		return below.stream()
			.takeWhile((row) -> !Columns.isHead(row))
			.anyMatch((row) -> row.table() && row.cells().size() != width);
	}

	/** A code of several parts is no text, even where its label is lost. */
	private static boolean isCodeOfParts(Run run) {
		PlanCode code = PlanCode.standing(run.folded(), 0);
		return code != null && code.path().size() > 1;
	}

	/**
	 * A row that begins no goal may end behind its first text, where a page cut it; left
	 * of that text every cell has a head.
	 */
	private static boolean isShifted(Row row, Columns columns) {
		int size = row.cells().size();
		int body = columns.position(columns.has(Column.TITLE) ? Column.TITLE : Column.BODY);
		return standsBesideHead(row, columns)
				|| size != columns.width() && (size > body + 1 || !row.cell(columns.position(Column.NUMBER)).isEmpty()
						|| row.filled().stream().anyMatch((i) -> columns.at(i) == null));
	}

	/** A goal's row with text below no head and none below the head of its text. */
	private static boolean standsBesideHead(Row row, Columns columns) {
		boolean beside = row.filled().stream().anyMatch((i) -> columns.at(i) == null && i < columns.lastHeaded());
		boolean empty = columns.texts().stream().anyMatch((i) -> row.cell(i).isEmpty());
		return beside && empty && numberOf(row.cell(columns.position(Column.NUMBER))) != null;
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
		this.lost = true;
		close();
		if (next && isMoreThanLink(row, columns)) {
			open(first, columns);
		}
	}

	private int lastNumber() {
		return (this.goal != null) ? this.goal.number()
				: this.goals.isEmpty() ? 0 : this.goals.get(this.goals.size() - 1).number();
	}

	/**
	 * Entries behind the links of a goal belong to another goal, and so does a second
	 * title, or links in columns of their own that the goal has already.
	 */
	private boolean isGoalWithoutNumber(Row row, Columns columns) {
		OpenGoal above = this.goal;
		Cell number = row.cell(columns.position(Column.NUMBER));
		if (above == null || !number.isEmpty()) {
			return above != null && !this.amongLinks && isOther(number);
		}
		boolean secondTitle = columns.has(Column.TITLE) && !row.cell(columns.position(Column.TITLE)).isEmpty();
		boolean secondLinks = columns.has(Column.LINKS) && !above.links.isEmpty()
				&& row.filled().stream().anyMatch((i) -> columns.at(i) == Column.LINKS);
		return secondTitle || secondLinks || isGoalBehindLinks(row, columns);
	}

	/** Neither a number nor what may stand below one. */
	private static boolean isOther(Cell cell) {
		return numberOf(cell) == null && cell.pieces()
			.stream()
			.map(Piece::run)
			.noneMatch((run) -> OpenGoal.isTag(run) || Dimension.anyLabel(run) != null || isCodeOfParts(run));
	}

	private boolean isGoalBehindLinks(Row row, Columns columns) {
		boolean labelled = row.pieces().stream().anyMatch((piece) -> Dimension.labelled(piece.run()) != null);
		int body = columns.position(columns.has(Column.TITLE) ? Column.TITLE : Column.BODY);
		return this.amongLinks && !labelled && isTitleWithEntries(row.cell(body)) && isMoreThanLink(row, columns);
	}

	/** Several paragraphs, or words that are no code with a list behind them. */
	private static boolean isTitleWithEntries(Cell cell) {
		if (cell.isEmpty()) {
			return false;
		}
		Run first = cell.pieces().get(0).run();
		return cell.pieces().size() > 1 || PlanCode.standing(first.folded(), 0) == null
				&& Marker.at(first.folded(), 0) == null && Marker.inside(first.folded(), 0) != null;
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
		if (number == null || number == 0) {
			return false;
		}
		OpenGoal goal = this.goal;
		if (row.cell(titleColumn).isEmpty()) {
			return number == lastNumber() + 1 && isMoreThanLink(row, columns);
		}
		if (goal == null) {
			return number == 1 && this.goals.isEmpty() && !this.lost
					|| number > lastNumber() && isMoreThanLink(row, columns);
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
