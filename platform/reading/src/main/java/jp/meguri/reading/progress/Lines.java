package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;

/**
 * The lines of a sheet, cell by cell. A row of words of the form heads the columns below
 * it.
 */
final class Lines {

	private static final int HEADS = 3;

	/** Of heads whose rows cannot be told to stand below them. */
	private static final int NO_WIDTH = -1;

	private static final Set<Word> ITEM = Set.of(Word.ITEM);

	private static final Set<Word> JUDGEMENT = Set.of(Word.SECTION, Word.STEP, Word.GRADE);

	private final List<Line> lines = new ArrayList<>();

	private final List<Span> heads = new ArrayList<>();

	private final Map<Integer, Word.Use> columns = new HashMap<>();

	private int width;

	static Lines of(Layout layout) {
		Lines lines = new Lines();
		for (int i = 0; i < layout.rows().size(); i++) {
			lines.add(layout.rows().get(i), layout.rows().subList(i + 1, layout.rows().size()));
		}
		return lines;
	}

	private void add(Row row, List<Row> below) {
		Map<Integer, Word.Use> words = words(row);
		if (!row.table()) {
			this.columns.clear();
		}
		if (words.size() >= HEADS || (words.size() == 2 && row.filled().size() == 2)) {
			this.columns.clear();
			this.columns.putAll(words);
			this.width = fits(row, below) ? row.cells().size() : NO_WIDTH;
			row.filled()
				.stream()
				.filter(words::containsKey)
				.forEach((column) -> row.cell(column)
					.pieces()
					.forEach((piece) -> this.heads.addAll(piece.run().spans())));
			return;
		}
		if (!words.isEmpty()) {
			this.columns.clear();
		}
		if (!this.columns.isEmpty() && isDoubtful(row)) {
			return;
		}
		boolean goesOn = this.columns.values().stream().anyMatch((head) -> head.word() == Word.ITEM)
				&& row.filled().stream().noneMatch(this::isItem);
		row.filled()
			.stream()
			.filter((column) -> this.columns.isEmpty() || this.columns.containsKey(column))
			.forEach((column) -> add(row, row.cell(column), column, goesOn));
	}

	/**
	 * Whether rows stand below these heads as printed: not where most are of another
	 * width, nor where one is and a head is missing or holds two words of the form.
	 */
	private static boolean fits(Row heads, List<Row> below) {
		List<Row> rows = below.stream().takeWhile((row) -> row.table() && words(row).size() < HEADS).toList();
		long alike = rows.stream().filter((row) -> row.cells().size() == heads.cells().size()).count();
		boolean damaged = heads.cells().stream().anyMatch((cell) -> cell.isEmpty() || holdsTwo(cell));
		return alike == rows.size() || (2 * alike > rows.size() && !damaged);
	}

	private static boolean holdsTwo(Cell cell) {
		List<String> words = cell.pieces()
			.stream()
			.flatMap((piece) -> Stream.of(piece.run().folded().split(" +")))
			.toList();
		return words.size() > 1 && words.stream().allMatch(Word::isWord);
	}

	/**
	 * A row with other cells than the heads is shifted; one that judges has lost its
	 * item.
	 */
	private boolean isDoubtful(Row row) {
		boolean items = this.columns.values().stream().anyMatch((head) -> head.word() == Word.ITEM);
		boolean item = row.filled().stream().anyMatch(this::isItem);
		boolean judges = row.filled().stream().anyMatch((column) -> is(column, JUDGEMENT));
		return row.cells().size() != this.width || (items && !item && judges);
	}

	private boolean isItem(int column) {
		return is(column, ITEM);
	}

	private boolean is(int column, Set<Word> words) {
		Word.Use head = this.columns.get(column);
		return head != null && words.contains(head.word());
	}

	private static Map<Integer, Word.Use> words(Row row) {
		Map<Integer, Word.Use> words = new HashMap<>();
		for (int column : row.table() ? row.filled() : List.<Integer>of()) {
			Cell cell = row.cell(column);
			List<Word.Use> uses = (cell.pieces().size() == 1) ? Word.in(cell.pieces().get(0).run()) : List.of();
			if (uses.size() == 1 && uses.get(0).value().length() == 0) {
				words.put(column, uses.get(0));
			}
		}
		return words;
	}

	private void add(Row row, Cell cell, int column, boolean goesOn) {
		boolean separate = row.afterBlank() || row.table() || row.heading();
		for (Piece piece : cell.pieces()) {
			boolean first = piece == cell.pieces().get(0);
			boolean below = piece.before() != Piece.Break.WRAP && piece.before() != Piece.Break.LINE;
			Line.Place place = !first ? Line.Place.FURTHER : goesOn ? Line.Place.GOES_ON : Line.Place.FIRST;
			this.lines.add(new Line(piece.run(), first ? separate : below, this.columns.get(column), place));
		}
	}

	List<Line> lines() {
		return this.lines;
	}

	/** Heads of columns. */
	List<Span> heads() {
		return this.heads;
	}

}
