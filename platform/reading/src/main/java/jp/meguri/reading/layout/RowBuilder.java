package jp.meguri.reading.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects pieces into cells and cells into rows.
 */
final class RowBuilder {

	private final List<Row> rows = new ArrayList<>();

	private final Map<Integer, Integer> spanned = new HashMap<>();

	private List<Cell> cells = new ArrayList<>();

	private List<Piece> pieces = new ArrayList<>();

	private Run.Builder run = new Run.Builder();

	private Piece.Break before = Piece.Break.PARAGRAPH;

	private int columns = 1;

	private int depth = 1;

	private boolean open;

	private boolean blankAbove;

	private boolean blankBelow;

	private boolean heading;

	void add(char c, int start, int end) {
		this.run.add(c, start, end);
	}

	void heading() {
		this.heading = true;
	}

	void endPiece(Piece.Break next) {
		Run done = this.run.build();
		this.run = new Run.Builder();
		if (done.length() > 0) {
			this.pieces.add(new Piece(done, this.before));
			this.before = next;
		}
		else if (next.compareTo(this.before) > 0) {
			this.before = next;
		}
	}

	/** A tab ends a cell; another follows it, even if the line ends there. */
	void tab() {
		endCell(1, 1);
		this.open = true;
	}

	/** Ends a tab- or pipe-separated cell. */
	void endCell(int columns, int rows) {
		endPiece(Piece.Break.PARAGRAPH);
		addCell(new Cell(this.pieces), columns, rows);
		this.pieces = new ArrayList<>();
		this.before = Piece.Break.PARAGRAPH;
	}

	/** A pipe ends a cell, except the one at the start of the line. */
	void pipe() {
		if (this.open) {
			endCell(1, 1);
		}
		this.open = true;
	}

	/** An HTML cell begins; one left open above it ends. */
	void openCell(int columns, int rows) {
		closeCell();
		this.open = true;
		this.columns = columns;
		this.depth = rows;
	}

	void closeCell() {
		if (this.open) {
			endCell(this.columns, this.depth);
		}
		this.open = false;
	}

	void endTable() {
		this.spanned.clear();
	}

	/** A block element begins or ends: what follows is a paragraph of its own. */
	void block() {
		if (this.cells.isEmpty() && this.pieces.isEmpty() && this.run.build().length() == 0) {
			this.blankAbove = true;
		}
		else {
			this.blankBelow = true;
		}
		endPiece(Piece.Break.PARAGRAPH);
	}

	void endRow(boolean table) {
		endPiece(Piece.Break.PARAGRAPH);
		if (this.open || !this.pieces.isEmpty()) {
			endCell(this.columns, this.depth);
		}
		this.open = false;
		this.columns = 1;
		this.depth = 1;
		addRow(table);
	}

	private void addRow(boolean table) {
		if (this.cells.stream().allMatch(Cell::isEmpty)) {
			this.blankAbove = true;
		}
		else {
			this.rows.add(new Row(this.cells, table, this.blankAbove, this.heading));
			this.blankAbove = this.blankBelow;
			this.blankBelow = false;
			this.heading = false;
		}
		this.cells = new ArrayList<>();
	}

	private void addCell(Cell cell, int columns, int rows) {
		while (this.spanned.getOrDefault(this.cells.size(), 0) > 0) {
			this.spanned.merge(this.cells.size(), -1, Integer::sum);
			this.cells.add(Cell.EMPTY);
		}
		for (int i = 0; i < columns; i++) {
			if (rows > 1) {
				this.spanned.put(this.cells.size(), rows - 1);
			}
			this.cells.add((i == 0) ? cell : Cell.EMPTY);
		}
	}

	List<Row> rows() {
		return this.rows;
	}

}
