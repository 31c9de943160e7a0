package jp.meguri.reading.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Place;
import jp.meguri.reading.UnreadableDocumentException.Reason;
import jp.meguri.reading.sheet.SheetCell;
import jp.meguri.reading.sheet.SheetRow;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.reading.sheet.Worksheet;

/**
 * A workbook as text: its sheets one below the other. Columns that are empty at the left
 * of a whole sheet are a margin and are left out.
 */
public final class SheetSource {

	private static final int LONGEST = 2_000_000;

	private final SourceText text = new SourceText();

	private final Spreadsheet spreadsheet;

	private SheetSource(Spreadsheet spreadsheet) {
		this.spreadsheet = spreadsheet;
	}

	public static SourceText of(Spreadsheet spreadsheet) {
		return new SheetSource(spreadsheet).write();
	}

	private SourceText write() {
		for (Worksheet sheet : this.spreadsheet.sheets()) {
			this.text.gap();
			int start = this.text.length();
			write(sheet);
			if (sheet.hidden()) {
				this.text.remark(Found.HIDDEN_SHEET, start, sheet.name());
			}
			else if (this.spreadsheet.sheets().size() > 1) {
				this.text.remark(Found.WORKSHEET, start, sheet.name());
			}
			remarkCells(sheet, start);
		}
		if (this.spreadsheet.more()) {
			this.text.remark(Found.OUTSIDE_CELLS, this.text.length());
		}
		return this.text;
	}

	private void write(Worksheet sheet) {
		int margin = sheet.rows().stream().mapToInt((row) -> row.cells().get(0).column()).min().orElse(1);
		int above = 0;
		List<Integer> hidden = new ArrayList<>();
		int hiddenSince = 0;
		int width = 1;
		int[] below = widthsBelow(sheet.rows());
		for (int i = 0; i < below.length; i++) {
			SheetRow row = sheet.rows().get(i);
			if (!row.hidden()) {
				remarkHidden(sheet, hidden, hiddenSince);
			}
			if (above > 0 && row.number() > above + 1) {
				this.text.gap();
				width = 1;
			}
			width = Math.max(width, below[i] - margin + 1);
			if (row.hidden()) {
				hiddenSince = hidden.isEmpty() ? this.text.length() : hiddenSince;
				hidden.add(row.number());
			}
			this.text.row(cells(row, margin, width));
			if (this.text.length() > LONGEST) {
				throw new UnreadableDocumentException(Reason.TOO_LONG, new Place(sheet.name(), row.number(), 0));
			}
			above = row.number();
		}
		remarkHidden(sheet, hidden, hiddenSince);
	}

	/**
	 * The last column of each row; of rows with several cells, that of the widest of
	 * those directly below as well: heads are as wide as their table, though empty cells
	 * at their end are not stored.
	 */
	private static int[] widthsBelow(List<SheetRow> rows) {
		int[] widths = new int[rows.size()];
		for (int i = rows.size() - 1; i >= 0; i--) {
			SheetRow row = rows.get(i);
			widths[i] = row.lastColumn();
			if (i + 1 < widths.length && row.cells().size() > 1 && rows.get(i + 1).cells().size() > 1
					&& rows.get(i + 1).number() == row.number() + 1) {
				widths[i] = Math.max(widths[i], widths[i + 1]);
			}
		}
		return widths;
	}

	private void remarkHidden(Worksheet sheet, List<Integer> rows, int since) {
		if (!rows.isEmpty()) {
			int last = rows.get(rows.size() - 1);
			this.text.remark(Found.HIDDEN_ROWS, since, sheet.name(),
					(rows.get(0) == last) ? String.valueOf(last) : rows.get(0) + "～" + last);
			rows.clear();
		}
	}

	/**
	 * The cells of a row, as many as the widest row of its table has; what stands alone
	 * below a table without an empty row between still belongs to it.
	 */
	private static List<List<String>> cells(SheetRow row, int margin, int width) {
		List<List<String>> cells = new ArrayList<>();
		for (SheetCell cell : row.cells()) {
			while (cells.size() < cell.column() - margin) {
				cells.add(List.of());
			}
			cells.add(List.of(cell.text()));
		}
		while (cells.size() < width) {
			cells.add(List.of());
		}
		return cells;
	}

	private void remarkCells(Worksheet sheet, int start) {
		if (!sheet.hiddenColumns().isEmpty()) {
			String letters = sheet.hiddenColumns()
				.stream()
				.sorted()
				.map((column) -> new Place("", 0, column).address().replace("0", ""))
				.collect(Collectors.joining("・"));
			this.text.remark(Found.HIDDEN_COLUMNS, start, sheet.name(), letters);
		}
		List<String> dates = places(sheet, SheetCell.Kind.DATE);
		if (!dates.isEmpty()) {
			this.text.remark(Found.DATE_CELLS, start, sheet.name(), String.join("、", dates));
		}
		places(sheet, SheetCell.Kind.UNFORMATTED_NUMBER)
			.forEach((place) -> this.text.remark(Found.NUMBER_FORMAT, start, sheet.name(), place));
	}

	private static List<String> places(Worksheet sheet, SheetCell.Kind kind) {
		return sheet.rows()
			.stream()
			.flatMap((row) -> row.cells()
				.stream()
				.filter((cell) -> cell.kind() == kind)
				.map((cell) -> new Place("", row.number(), cell.column()).address()))
			.toList();
	}

}
