package jp.meguri.reading.sheet;

import java.util.List;
import java.util.Set;

/**
 * One sheet of a workbook.
 *
 * @param name its name
 * @param hidden whether it is not shown
 * @param rows the rows that hold something, top to bottom
 * @param hiddenColumns columns that hold something and are not shown
 */
public record Worksheet(String name, boolean hidden, List<SheetRow> rows, Set<Integer> hiddenColumns) {

	public Worksheet {
		rows = List.copyOf(rows);
		hiddenColumns = Set.copyOf(hiddenColumns);
	}

}
