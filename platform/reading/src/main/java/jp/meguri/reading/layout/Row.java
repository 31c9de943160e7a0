package jp.meguri.reading.layout;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of a table, or a line of text (one cell).
 *
 * @param cells its cells, left to right; empty ones included
 * @param table whether it stands in a table
 * @param afterBlank whether a blank line stands above it
 * @param heading whether the markup says that it is a heading
 */
public record Row(List<Cell> cells, boolean table, boolean afterBlank, boolean heading) {

	public Row {
		cells = List.copyOf(cells);
	}

	public Cell cell(int column) {
		return (column >= 0 && column < this.cells.size()) ? this.cells.get(column) : Cell.EMPTY;
	}

	/** Columns that are not empty. */
	public List<Integer> filled() {
		return IntStream.range(0, this.cells.size()).filter((i) -> !this.cells.get(i).isEmpty()).boxed().toList();
	}

	public List<Piece> pieces() {
		return this.cells.stream().flatMap((cell) -> cell.pieces().stream()).toList();
	}

	public String key() {
		StringBuilder all = new StringBuilder();
		this.cells.forEach((cell) -> all.append(cell.key()));
		return all.toString();
	}

}
