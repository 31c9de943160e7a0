package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.List;

import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;

/**
 * A line of the sheet, or a piece of a cell.
 *
 * @param run its characters
 * @param afterBlank whether something separates it from the line above
 */
record Line(Run run, boolean afterBlank) {

	static List<Line> of(Layout layout) {
		List<Line> lines = new ArrayList<>();
		for (Row row : layout.rows()) {
			boolean separate = row.afterBlank() || row.table() || row.heading();
			for (Cell cell : row.cells()) {
				for (Piece piece : cell.pieces()) {
					boolean first = piece == cell.pieces().get(0);
					boolean below = piece.before() != Piece.Break.WRAP && piece.before() != Piece.Break.LINE;
					lines.add(new Line(piece.run(), first ? separate : below));
				}
			}
		}
		return lines;
	}

	String folded() {
		return this.run.folded();
	}

}
