package jp.meguri.reading.goalsheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;

/**
 * Which column of a table holds what. The heads may take two rows: the lower one says
 * more.
 */
final class Columns {

	/** So many heads make one more cell a head that cannot be read. */
	private static final int MOST_HEADS = 3;

	private final Map<Integer, Column> byPosition = new HashMap<>();

	private int width;

	private final Map<Integer, String> dimensions = new HashMap<>();

	/**
	 * Whether the row consists of nothing but heads, at least two of them; among several
	 * one may be illegible.
	 */
	static boolean isHead(Row row) {
		List<Column> heads = row.filled()
			.stream()
			.map((i) -> Column.headedBy(row.cell(i).key()))
			.filter(Objects::nonNull)
			.toList();
		boolean most = heads.size() == row.filled().size()
				|| heads.size() >= MOST_HEADS && heads.size() == row.filled().size() - 1;
		return row.table() && heads.size() >= 2 && most && heads.stream().anyMatch((head) -> head != Column.LINKS);
	}

	/**
	 * Takes a head row; {@code above} are the columns known from the row above it, if
	 * any.
	 */
	static Columns of(Row row, @Nullable Columns above) {
		Columns columns = new Columns();
		if (above != null) {
			columns.byPosition.putAll(above.byPosition);
			columns.dimensions.putAll(above.dimensions);
		}
		columns.width = Math.max(row.cells().size(), (above != null) ? above.width : 0);
		for (int i : row.filled()) {
			Column column = Column.headedBy(row.cell(i).key());
			if (column != null) {
				columns.byPosition.put(i, column);
				columns.nameDimension(i, row.cell(i).pieces().get(0).run());
			}
		}
		columns.titleIsBodyWithoutOne();
		return columns;
	}

	private void nameDimension(int position, Run head) {
		Dimension dimension = Dimension.labelled(head);
		if (dimension != null && dimension.name() != null) {
			this.dimensions.put(position, dimension.name());
		}
	}

	private void titleIsBodyWithoutOne() {
		if (!has(Column.BODY)) {
			this.byPosition.replaceAll((i, column) -> (column == Column.TITLE) ? Column.BODY : column);
		}
	}

	/** How many columns there are, those without a head included. */
	int width() {
		return this.width;
	}

	/** Columns of links whose head names the dimension. */
	Map<Integer, String> dimensions() {
		return this.dimensions;
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

	/** Where titles and texts stand. */
	List<Integer> texts() {
		return this.byPosition.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() != Column.NUMBER && entry.getValue() != Column.LINKS)
			.map(Map.Entry::getKey)
			.toList();
	}

	/** Where the last column with a head stands. */
	int lastHeaded() {
		return this.byPosition.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
	}

	boolean has(Column column) {
		return this.byPosition.containsValue(column);
	}

}
