package jp.meguri.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.meguri.reading.UnreadableDocumentException.Place;
import jp.meguri.reading.sheet.SheetRow;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.reading.sheet.Worksheet;

/**
 * Finds the tables of a workbook. Columns are known by their heads, so they may have been
 * moved; rows marked as deleted are left out.
 */
final class TableReader {

	private static final int HEADS_WITHIN = 10;

	private final Spreadsheet spreadsheet;

	private final Notices notices;

	TableReader(Spreadsheet spreadsheet, Notices notices) {
		this.spreadsheet = spreadsheet;
		this.notices = notices;
	}

	/** The rows of a table that every workbook has. */
	List<TableRow> rows(String name) {
		if (this.spreadsheet.sheet(name).isEmpty()) {
			this.notices.add(Notice.SHEET_MISSING, new Place(name, 1, 1), name);
		}
		return rowsIfAny(name);
	}

	/** The rows of a table that may be missing. */
	List<TableRow> rowsIfAny(String name) {
		return this.spreadsheet.sheet(name).map(this::rows).orElse(List.of());
	}

	private List<TableRow> rows(Worksheet sheet) {
		List<TableRow> rows = new ArrayList<>();
		Map<String, Integer> columns = new HashMap<>();
		int seen = 0;
		for (SheetRow row : sheet.rows()) {
			if (columns.isEmpty()) {
				columns.putAll(heads(row));
				if (++seen > HEADS_WITHIN) {
					throw new NoGoalWorkbookException(sheet.name() + " " + Heads.NUMBER);
				}
			}
			else {
				add(new TableRow(sheet.name(), columns, row, this.notices), rows);
			}
		}
		return rows;
	}

	private static void add(TableRow row, List<TableRow> rows) {
		if (row.isEmpty()) {
			return;
		}
		if (row.has(Heads.DELETED)) {
			row.remark(Notice.ROW_DELETED, Heads.DELETED);
			return;
		}
		if (row.isHidden()) {
			row.remark(Notice.CELL_HIDDEN, Heads.NUMBER);
		}
		rows.add(row);
	}

	/** The row of heads names No; what stands above is no table. */
	private static Map<String, Integer> heads(SheetRow row) {
		Map<String, Integer> columns = new HashMap<>();
		row.cells().forEach((cell) -> columns.putIfAbsent(cell.text().strip(), cell.column()));
		return columns.containsKey(Heads.NUMBER) ? columns : Map.of();
	}

}
