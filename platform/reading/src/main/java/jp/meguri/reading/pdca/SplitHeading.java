package jp.meguri.reading.pdca;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;

/**
 * A heading over the whole table, whose text extraction split into the columns below it:
 * cells without a gap from a column of levels on, and nothing a commitment has.
 */
final class SplitHeading {

	private static final Pattern NUMBER = Pattern.compile("[\\d①-⑳().\\-]+");

	private static final Pattern LIST_OR_SENTENCE = Pattern.compile("[・※].*|.*。.*");

	private static final Pattern SECTION = Pattern.compile(".*(課|室|部|局)");

	private static final int LONGEST = 120;

	private SplitHeading() {
	}

	static PlanTree.@Nullable Heading in(Row row, Grid grid) {
		List<Integer> filled = row.filled();
		int first = filled.get(0);
		int end = first;
		while (!row.cell(end).isEmpty()) {
			end++;
		}
		int level = grid.level(first);
		if (level == 0 || !isHeading(row, grid, first, end) || !isScrap(row, end)) {
			return null;
		}
		List<Run> parts = row.cells().subList(first, end).stream().map(CellText::whole).toList();
		return new PlanTree.Heading(level, parts, row.cells().size() == grid.width());
	}

	private static boolean isHeading(Row row, Grid grid, int first, int end) {
		int check = grid.position(Column.CHECK);
		int number = grid.position(Column.NUMBER);
		List<Cell> cells = row.cells().subList(first, end);
		boolean commitment = NUMBER.matcher(row.cell(number).key()).matches()
				|| SECTION.matcher(row.cell(grid.position(Column.LEAD)).key()).matches()
						&& end > grid.position(Column.LEAD);
		return !commitment && (check < 0 || end <= check)
				&& cells.stream().mapToInt((cell) -> cell.key().length()).sum() <= LONGEST
				&& cells.stream()
					.noneMatch((cell) -> LIST_OR_SENTENCE.matcher(cell.key()).matches()
							|| Responsibilities.isLabelled(cell));
	}

	/** Behind a heading there may be a stray sign, but no text. */
	private static boolean isScrap(Row row, int end) {
		return row.filled().stream().filter((i) -> i >= end).allMatch((i) -> row.cell(i).key().length() <= 2)
				&& row.filled().stream().filter((i) -> i >= end).noneMatch((i) -> GradeLetter.in(row.cell(i)) != null)
				&& row.filled().stream().filter((i) -> i >= end).count() <= 1;
	}

}
