package jp.meguri.reading.goalsheet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Row;

/**
 * Which column of a table holds what. The heads may take two rows: the lower one says
 * more.
 */
final class Columns {

	private final Map<Integer, Column> byPosition = new HashMap<>();

	/** Whether the row consists of nothing but heads, at least two of them. */
	static boolean isHead(Row row) {
		return row.table() && row.filled().size() >= 2
				&& row.filled().stream().allMatch((i) -> Column.headedBy(row.cell(i).key()) != null);
	}

	/**
	 * Takes a head row; {@code above} are the columns known from the row above it, if
	 * any.
	 */
	static Columns of(Row row, @Nullable Columns above) {
		Columns columns = new Columns();
		if (above != null) {
			columns.byPosition.putAll(above.byPosition);
		}
		for (int i : row.filled()) {
			Column column = Column.headedBy(row.cell(i).key());
			if (column != null) {
				columns.byPosition.put(i, column);
			}
		}
		columns.titleIsBodyWithoutOne();
		return columns;
	}

	private void titleIsBodyWithoutOne() {
		if (!has(Column.BODY)) {
			this.byPosition.replaceAll((i, column) -> (column == Column.TITLE) ? Column.BODY : column);
		}
	}

	@Nullable Column at(int position) {
		return this.byPosition.get(position);
	}

	int position(Column column) {
		return this.byPosition.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == column)
			.mapToInt(Map.Entry::getKey)
			.min()
			.orElse(-1);
	}

	boolean has(Column column) {
		return this.byPosition.containsValue(column);
	}

	Map<Column, Integer> positions() {
		Map<Column, Integer> positions = new EnumMap<>(Column.class);
		this.byPosition.forEach((position, column) -> positions.merge(column, position, Math::min));
		return positions;
	}

}
