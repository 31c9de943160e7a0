package jp.meguri.reading.sheet;

import java.util.List;

/**
 * A row that holds something.
 *
 * @param number its number, from 1
 * @param hidden whether it is not shown
 * @param cells its cells that hold something, left to right
 */
public record SheetRow(int number, boolean hidden, List<SheetCell> cells) {

	public SheetRow {
		cells = List.copyOf(cells);
	}

	/** The text of a column, empty where the cell is. */
	public String text(int column) {
		for (SheetCell cell : this.cells) {
			if (cell.column() == column) {
				return cell.text();
			}
		}
		return "";
	}

	public int lastColumn() {
		return this.cells.isEmpty() ? 0 : this.cells.get(this.cells.size() - 1).column();
	}

}
