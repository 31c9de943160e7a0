package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Row;

/**
 * A row of the table with its cells under their columns. Extraction may lose a cell or
 * split one, which moves the cells behind it. A number, labels of sections and a lone
 * grade show how far cells are moved; between two that agree a cell can be tied, else it
 * cannot.
 *
 * @param levels cells that hold levels of the plan, by level
 * @param cells cells by column
 * @param loose cells that cannot be tied to a column
 * @param moved whether any cell does not stand under its head
 */
record AlignedRow(Map<Integer, Cell> levels, Map<Column, Cell> cells, List<Cell> loose, boolean moved) {

	private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d{1,3}");

	static AlignedRow of(Row row, Grid grid) {
		List<Anchor> anchors = anchors(row, grid);
		int size = row.cells().size();
		Map<Integer, Cell> levels = new TreeMap<>();
		Map<Column, Cell> cells = new EnumMap<>(Column.class);
		List<Cell> loose = new ArrayList<>();
		boolean straight = size == grid.width() && anchors.stream().allMatch((anchor) -> anchor.distance() == 0);
		for (int i : row.filled()) {
			Integer distance = distance(i, anchors, size - grid.width());
			int position = (distance != null) ? i - distance : -1;
			Column column = grid.at(position);
			if (position < 0) {
				loose.add(row.cell(i));
			}
			else if (column != null) {
				cells.put(column, row.cell(i));
			}
			else if (grid.level(position) > 0) {
				levels.put(grid.level(position), row.cell(i));
			}
			else {
				loose.add(row.cell(i));
			}
		}
		return new AlignedRow(levels, cells, loose, !straight);
	}

	/**
	 * How far this cell is moved, or null if that cannot be told: what stands to its left
	 * and what stands to its right must agree, the row's edges included. A cell that says
	 * itself what it is must agree with either.
	 */
	private static @Nullable Integer distance(int i, List<Anchor> anchors, int more) {
		boolean ordered = IntStream.range(1, anchors.size())
			.allMatch((k) -> anchors.get(k - 1).position < anchors.get(k).position);
		if (!ordered) {
			return null;
		}
		int left = 0;
		int right = more;
		@Nullable Integer own = null;
		for (Anchor anchor : anchors) {
			left = (anchor.index < i) ? anchor.distance() : left;
			own = (anchor.index == i) ? Integer.valueOf(anchor.distance()) : own;
		}
		for (int k = anchors.size() - 1; k >= 0; k--) {
			right = (anchors.get(k).index > i) ? anchors.get(k).distance() : right;
		}
		if (own != null) {
			return (own == left || own == right) ? own : null;
		}
		return (left == right) ? Integer.valueOf(left) : null;
	}

	private static List<Anchor> anchors(Row row, Grid grid) {
		List<Anchor> anchors = new ArrayList<>();
		int title = grid.position(Column.TITLE);
		only(row, grid, Column.NUMBER, anchors,
				row.filled()
					.stream()
					.filter((i) -> i <= title + 1 && PLAIN_NUMBER.matcher(row.cell(i).key()).matches())
					.toList());
		only(row, grid, Column.LEAD, anchors,
				row.filled().stream().filter((i) -> Responsibilities.isLabelled(row.cell(i))).toList());
		only(row, grid, Column.GRADE, anchors,
				row.filled().stream().filter((i) -> i > title && GradeLetter.in(row.cell(i)) != null).toList());
		anchors.sort(Comparator.comparingInt(Anchor::index));
		return anchors;
	}

	private static void only(Row row, Grid grid, Column column, List<Anchor> anchors, List<Integer> found) {
		if (found.size() == 1 && grid.position(column) >= 0) {
			anchors.add(new Anchor(found.get(0), grid.position(column)));
		}
	}

	Cell cell(Column column) {
		return this.cells.getOrDefault(column, Cell.EMPTY);
	}

	static Span span(Cell cell) {
		return cell.pieces().get(0).run().span().through(cell.pieces().get(cell.pieces().size() - 1).run().span());
	}

	/**
	 * A cell whose content says what it is.
	 *
	 * @param index where it stands
	 * @param position where its head stands
	 */
	private record Anchor(int index, int position) {

		int distance() {
			return this.index - this.position;
		}

	}

}
