package jp.meguri.reading.mutation;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a table in the text.
 *
 * @param cells first character of each cell and one behind its last
 */
record Line(List<int[]> cells) {

	/** The rows with cells, top to bottom. */
	static List<Line> of(String text) {
		List<Line> lines = new ArrayList<>();
		int start = 0;
		while (start < text.length()) {
			int end = text.indexOf('\n', start);
			end = (end < 0) ? text.length() : end;
			String line = text.substring(start, end);
			boolean pipes = line.startsWith("|");
			char separator = pipes ? '|' : '\t';
			if (line.indexOf(separator) >= 0 && !line.matches("[|\\-\\s]+")) {
				lines.add(new Line(cells(line, start, separator, pipes)));
			}
			start = end + 1;
		}
		return lines;
	}

	private static List<int[]> cells(String line, int start, char separator, boolean framed) {
		List<int[]> cells = new ArrayList<>();
		int from = framed ? 1 : 0;
		for (int at = line.indexOf(separator, from); at >= 0; at = line.indexOf(separator, from)) {
			cells.add(new int[] { start + from, start + at });
			from = at + 1;
		}
		if (!framed) {
			cells.add(new int[] { start + from, start + line.length() });
		}
		return cells;
	}

}
