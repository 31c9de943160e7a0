package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;

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
			Column column = Column.headedBy(row.cell(i).key());
			if (column != null) {
				found.add(column);
			}
		});
		return row.table() && found.size() >= (belowHeads ? BELOW_OTHERS : ALONE);
	}

	/**
	 * A lower row says only what the rows above leave open: where it says something else,
	 * its cells are shifted.
	 */
	static Heads of(List<Row> rows) {
		Map<Column, Integer> positions = new EnumMap<>(Column.class);
		for (Row row : rows) {
			for (int i : row.filled()) {
				Column column = Column.headedBy(row.cell(i).key());
				if (column != null && !positions.containsValue(i)) {
					positions.putIfAbsent(column, i);
				}
			}
		}
		return new Heads(rows, positions);
	}

	/** Whether a lower head says that the leads' column holds others too. */
	boolean relatedBesideLead() {
		int lead = this.positions.getOrDefault(Column.LEAD, -1);
		return this.rows.stream()
			.anyMatch((row) -> Column.headedBy(row.cell(lead).key()) == Column.RELATED
					|| row.cell(lead).key().contains("関係課"));
	}

	int width() {
		return this.rows.get(0).cells().size();
	}

	/** Columns left of the title that hold nothing else: the levels of the plan. */
	List<Integer> levels() {
		int title = this.positions.getOrDefault(Column.TITLE, 0);
		return IntStream.range(0, title).filter((i) -> !this.positions.containsValue(i)).boxed().toList();
	}

	/** The words above a column as printed, without blanks. */
	String words(int position) {
		List<Piece> pieces = new ArrayList<>();
		this.rows.forEach((row) -> pieces.addAll(row.cell(position).pieces()));
		return pieces.stream().map((piece) -> piece.run().chars().replaceAll("\\s", "")).collect(Collectors.joining());
	}

}
