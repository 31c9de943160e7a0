package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.List;

import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Row;

/**
 * Lines of text, then heads, then rows; a document may repeat this on every page.
 *
 * @param lines lines of text above the table
 * @param strays rows of a table between these lines and the heads
 * @param heads the rows of heads; none where the table of the page before goes on
 * @param rows the table
 */
record Page(List<Row> lines, List<Row> strays, List<Row> heads, List<Row> rows) {

	static List<Page> of(Layout layout) {
		List<Page> pages = new ArrayList<>();
		Page page = empty();
		for (Row row : layout.rows()) {
			boolean table = row.table() && row.cells().size() > 1;
			boolean head = table && Heads.isHead(row, page.isAtHeads());
			boolean begins = !page.rows.isEmpty() && (head || !table) || !page.heads.isEmpty() && !table
					|| !page.strays.isEmpty() && !table;
			if (begins) {
				pages.add(page);
				page = empty();
			}
			page.add(row, table, head);
		}
		pages.add(page);
		return pages.stream().map(Page::withoutHeads).toList();
	}

	private static Page empty() {
		return new Page(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
	}

	private boolean isAtHeads() {
		return !this.heads.isEmpty() && this.rows.isEmpty();
	}

	private void add(Row row, boolean table, boolean head) {
		List<Row> part = !table ? this.lines : head ? this.heads : this.heads.isEmpty() ? this.strays : this.rows;
		part.add(row);
	}

	/** Rows that meet no heads continue the table above. */
	private Page withoutHeads() {
		return this.heads.isEmpty() ? new Page(this.lines, List.of(), List.of(), this.strays) : this;
	}

}
