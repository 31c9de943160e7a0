package jp.meguri.reading.goalsheet;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.entries.EntryList;
import jp.meguri.reading.entries.Placeholder;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.remarks.Remarks;

/**
 * 方針 and, beside or below it, 取り組みの総括.
 */
final class PolicySection {

	private final EntryList policies;

	private final EntryList review;

	private final Coverage coverage;

	private final Remarks remarks;

	private @Nullable Columns columns;

	private @Nullable Column lines = Column.POLICY;

	PolicySection(Coverage coverage, Remarks remarks) {
		this.policies = new EntryList(coverage);
		this.review = new EntryList(coverage);
		this.coverage = coverage;
		this.remarks = remarks;
	}

	void read(List<Row> rows) {
		for (Row row : rows) {
			if (Columns.isHead(row) || isHeadAlone(row)) {
				this.columns = Columns.of(row, null);
				row.pieces().forEach((piece) -> leave(piece, Leftover.Kind.LABEL));
			}
			else if (row.table() && this.columns != null && row.cells().size() == this.columns.width()) {
				cells(row, this.columns);
			}
			else if (this.columns != null || row.table() && row.filled().size() > 1) {
				unheaded(row);
			}
			else {
				row.pieces().forEach((piece) -> line(row, piece));
			}
		}
	}

	/** Whether the row heads one of several columns, the other heads being lost. */
	private static boolean isHeadAlone(Row row) {
		return row.table() && row.cells().size() > 1 && row.filled().size() == 1
				&& Column.headedBy(row.cell(row.filled().get(0)).key()) != null;
	}

	/** Cells beside each other without heads: nobody knows which is which. */
	private void unheaded(Row row) {
		Span all = row.pieces().stream().map((piece) -> piece.run().span()).reduce(Span::through).orElseThrow();
		this.remarks.add(Question.COLUMNS_LOST, all, row.pieces().get(0).run().chars());
	}

	private void cells(Row row, Columns columns) {
		for (int i : row.filled()) {
			Piece.Break before = Piece.Break.WRAP;
			for (Piece piece : row.cell(i).pieces()) {
				add(columns.at(i), (before == Piece.Break.WRAP) ? piece.with(before) : piece);
				before = Piece.Break.PARAGRAPH;
			}
		}
	}

	private void line(Row row, Piece piece) {
		String key = piece.run().key();
		Column head = Column.headedBy(key);
		if (head == Column.POLICY || (head == Column.REVIEW && !key.contains("方針"))) {
			this.lines = head;
			leave(piece, Leftover.Kind.LABEL);
		}
		else if (head == Column.REVIEW) {
			this.lines = null;
			leave(piece, Leftover.Kind.LABEL);
			this.remarks.add(Question.COLUMNS_LOST, piece.run().span(), piece.run().chars());
		}
		else {
			add(this.lines, piece.with(MissionSection.Lines.breakBefore(row, piece)));
		}
	}

	private void add(@Nullable Column column, Piece piece) {
		if (Placeholder.is(piece.run())) {
			leave(piece, Leftover.Kind.PLACEHOLDER);
		}
		else if (column == Column.POLICY) {
			this.policies.add(piece);
		}
		else if (column == Column.REVIEW) {
			this.review.add(piece);
		}
	}

	private void leave(Piece piece, Leftover.Kind kind) {
		this.coverage.leave(piece.run().spans(), kind);
	}

	List<Entry> policies() {
		return this.policies.entries();
	}

	List<Entry> review() {
		return this.review.entries();
	}

}
