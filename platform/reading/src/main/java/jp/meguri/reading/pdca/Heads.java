package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Width;

/**
 * The heads of one table, in one or two rows.
 *
 * @param rows the head rows
 * @param positions the columns whose heads can be read
 */
record Heads(List<Row> rows, Map<Column, Integer> positions) {

	private static final int ALONE = 4;

	private static final int BELOW_OTHERS = 3;

	Heads {
		rows = List.copyOf(rows);
	}

	/** Whether a row holds heads; the second row of heads may have fewer legible ones. */
	static boolean isHead(Row row, boolean belowHeads) {
		Set<Column> found = EnumSet.noneOf(Column.class);
		row.filled().forEach((i) -> {
			Column column = Column.headedBy(row.cell(i));
			if (column != null) {
				found.add(column);
			}
		});
		return row.table() && found.size() >= (belowHeads ? BELOW_OTHERS : ALONE);
	}

	/**
	 * A lower row says what the rows above leave open. Where it contradicts them its
	 * cells are shifted, and it counts only up to the last head that agrees.
	 */
	static Heads of(List<Row> rows) {
		Map<Column, Integer> positions = new EnumMap<>(in(rows.get(0)));
		for (Row lower : rows.subList(1, rows.size())) {
			Map<Column, Integer> more = in(lower);
			int end = trusted(positions, more);
			more.forEach((column, i) -> {
				if (i <= end && !positions.containsValue(i)) {
					positions.putIfAbsent(column, i);
				}
			});
		}
		return new Heads(rows, positions);
	}

	/**
	 * The heads with what the rows below tell of them: 評価 heads the grades where every
	 * cell below holds one, and a direction behind what was done is what follows from it.
	 */
	static Heads of(List<Row> rows, List<Row> below) {
		Heads heads = of(rows);
		if (below.size() < 2 || below.stream().anyMatch((row) -> row.cells().size() != heads.width())) {
			return heads;
		}
		Map<Column, Integer> positions = new EnumMap<>(Column.class);
		positions.putAll(heads.positions);
		Integer check = positions.get(Column.CHECK);
		if (check != null && !positions.containsKey(Column.GRADE) && holdGrades(below, check)) {
			positions.remove(Column.CHECK);
			positions.put(Column.GRADE, check);
		}
		Integer direction = positions.get(Column.DIRECTION);
		Integer done = positions.get(Column.DO);
		if (direction != null && done != null && direction > done && !positions.containsKey(Column.ACTION)) {
			positions.remove(Column.DIRECTION);
			positions.put(Column.ACTION, direction);
		}
		return new Heads(rows, positions);
	}

	private static boolean holdGrades(List<Row> rows, int position) {
		List<Cell> filled = rows.stream().map((row) -> row.cell(position)).filter((cell) -> !cell.isEmpty()).toList();
		return !filled.isEmpty() && filled.stream().allMatch((cell) -> GradeLetter.in(cell) != null);
	}

	private static Map<Column, Integer> in(Row row) {
		Map<Column, Integer> positions = new EnumMap<>(Column.class);
		for (int i : row.filled()) {
			Column column = Column.headedBy(row.cell(i));
			if (column != null) {
				positions.putIfAbsent(column, i);
			}
		}
		return positions;
	}

	private static int trusted(Map<Column, Integer> upper, Map<Column, Integer> lower) {
		int contradiction = Integer.MAX_VALUE;
		for (Map.Entry<Column, Integer> head : lower.entrySet()) {
			Integer above = upper.get(head.getKey());
			boolean free = above == null && !upper.containsValue(head.getValue());
			boolean beside = above == null && head.getKey() == Column.RELATED
					&& head.getValue().equals(upper.get(Column.LEAD));
			boolean below = above == null && head.getKey() == Column.PLAN
					&& head.getValue().equals(upper.get(Column.CHECK));
			if (!free && !beside && !below && !head.getValue().equals(above)) {
				contradiction = Math.min(contradiction, head.getValue());
			}
		}
		if (contradiction == Integer.MAX_VALUE) {
			return contradiction;
		}
		int end = contradiction;
		return lower.entrySet()
			.stream()
			.filter((head) -> head.getValue() < end && head.getValue().equals(upper.get(head.getKey())))
			.mapToInt(Map.Entry::getValue)
			.max()
			.orElse(-1);
	}

	/** Whether a lower head says that the leads' column holds others too. */
	boolean relatedBesideLead() {
		int lead = this.positions.getOrDefault(Column.LEAD, -1);
		return this.rows.stream()
			.anyMatch(
					(row) -> Column.headedBy(row.cell(lead)) == Column.RELATED || row.cell(lead).key().contains("関係課"));
	}

	/**
	 * Whether rows stand below these heads as printed: not where one of their cells holds
	 * two heads and some row is of another width, nor where a lower head is wider, nor
	 * where most rows are of another width, nor where one is and a head is missing.
	 */
	boolean fit(List<Row> below) {
		long alike = below.stream().filter((row) -> row.cells().size() == width()).count();
		boolean some = below.size() < 2 || alike == below.size() || 2 * alike > below.size() && !isGapped();
		return some && this.rows.stream().allMatch((row) -> row.cells().size() <= width())
				&& (below.stream().allMatch((row) -> row.cells().size() == width())
						|| this.rows.stream().noneMatch(Heads::hasTwoInOne));
	}

	/** Whether behind the titles a column has no head. */
	private boolean isGapped() {
		int title = this.positions.getOrDefault(Column.TITLE, 0);
		int last = this.positions.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		return IntStream.range(title, last)
			.anyMatch((i) -> this.rows.stream().allMatch((row) -> row.cell(i).isEmpty()));
	}

	private static boolean hasTwoInOne(Row row) {
		return row.pieces().stream().anyMatch((piece) -> {
			List<@Nullable Column> columns = new ArrayList<>();
			for (String word : piece.run().folded().split(" +")) {
				columns.add(Column.headedBy(Width.key(word)));
			}
			return !columns.contains(null) && columns.stream().distinct().count() > 1;
		});
	}

	int width() {
		return this.rows.get(0).cells().size();
	}

	/**
	 * Columns left of number and title that hold nothing else: the levels of the plan.
	 */
	List<Integer> levels() {
		int title = this.positions.getOrDefault(Column.TITLE, 0);
		int end = Math.min(title, this.positions.getOrDefault(Column.NUMBER, title));
		return IntStream.range(0, end).filter((i) -> !this.positions.containsValue(i)).boxed().toList();
	}

	/** The words above a column as printed, without blanks. */
	String words(int position) {
		List<Piece> pieces = new ArrayList<>();
		this.rows.forEach((row) -> pieces.addAll(row.cell(position).pieces()));
		return pieces.stream().map((piece) -> piece.run().chars().replaceAll("\\s", "")).collect(Collectors.joining());
	}

}
