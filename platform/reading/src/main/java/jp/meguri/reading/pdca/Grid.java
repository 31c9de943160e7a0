package jp.meguri.reading.pdca;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Row;

/**
 * Which column of one table holds what.
 *
 * @param positions the columns known
 * @param levels the form's columns that hold levels of the plan
 * @param moved by how many columns this table is moved against the form
 * @param width its number of columns
 * @param relatedBesideLead whether the column of leads may name others too
 */
record Grid(Map<Column, Integer> positions, List<Integer> levels, int moved, int width, boolean relatedBesideLead) {

	@Nullable Column at(int position) {
		return this.positions.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == position)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Whether a row may stand in these columns: not if none heads the grades and the row
	 * has one below another head, whose place another head must have lost.
	 */
	boolean fits(Row row) {
		int title = position(Column.TITLE);
		return position(Column.GRADE) >= 0 || row.filled()
			.stream()
			.noneMatch((i) -> i > title && at(i) != null && GradeLetter.in(row.cell(i)) != null);
	}

	/** Where a column stands, or -1. */
	int position(Column column) {
		return this.positions.getOrDefault(column, -1);
	}

	/** The level of the plan a column holds, 1 for the top, or 0. */
	int level(int position) {
		return this.positions.containsValue(position) ? 0 : this.levels.indexOf(position - this.moved) + 1;
	}

}
