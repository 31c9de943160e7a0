package jp.meguri.workbook;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jp.meguri.reading.layout.Width;

/**
 * The upper part of a table of a city's own form, where its heads are.
 *
 * @param name the worksheet, or the place of the table among a Word document's tables
 * from 1
 * @param rows the first rows that hold something
 */
public record FormTable(String name, List<Row> rows) {

	static final int SHOWN = 30;

	public FormTable {
		rows = List.copyOf(rows);
	}

	/** The row that has all these heads: the one expected, else the first. */
	Optional<Integer> headRow(Collection<String> heads, int expected) {
		Set<String> wanted = heads.stream().map(Width::key).collect(Collectors.toSet());
		List<Integer> found = this.rows.stream().filter((row) -> row.has(wanted)).map(Row::number).toList();
		return found.contains(expected) ? Optional.of(expected) : found.stream().findFirst();
	}

	/**
	 * @param number its number in the table, from 1
	 * @param cells the cells that hold something, left to right
	 */
	public record Row(int number, List<String> cells) {

		public Row {
			cells = List.copyOf(cells);
		}

		private boolean has(Set<String> wanted) {
			return this.cells.stream().map(Width::key).collect(Collectors.toSet()).containsAll(wanted);
		}

	}

}
