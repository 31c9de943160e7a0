package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.sheet.SheetCell;
import jp.meguri.reading.sheet.SheetRow;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.reading.sheet.Worksheet;

/**
 * A workbook as text in which every cell can be found again: its sheets one below the
 * other, a line per row, cells separated by tabs. What people do not see in a workbook of
 * ours (ids, hidden columns) is left out.
 */
final class CellSource {

	private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private final StringBuilder text = new StringBuilder();

	private final Map<UnreadableDocumentException.Place, Place> places = new HashMap<>();

	private final Map<UnreadableDocumentException.Place, Place> cells = new HashMap<>();

	private final List<Place> names = new ArrayList<>();

	private final boolean whole;

	private CellSource(Spreadsheet workbook, boolean whole) {
		this.whole = whole;
		workbook.sheets().forEach(this::write);
	}

	/** A workbook of ours. */
	static CellSource of(Spreadsheet workbook) {
		return new CellSource(workbook, false);
	}

	/** Any workbook, with whatever it holds. */
	static CellSource whole(Spreadsheet workbook) {
		return new CellSource(workbook, true);
	}

	private void write(Worksheet sheet) {
		int start = this.text.length();
		this.text.append(sheet.name());
		this.names.add(new Place(start, this.text.length()));
		this.places.put(new UnreadableDocumentException.Place(sheet.name(), 1, 1),
				new Place(start, this.text.length()));
		this.text.append('\n');
		sheet.rows().forEach((row) -> write(sheet, row));
		this.text.append('\n');
	}

	private void write(Worksheet sheet, SheetRow row) {
		int start = this.text.length();
		for (SheetCell cell : row.cells()) {
			if (this.whole || isShown(sheet, cell)) {
				this.text.append((this.text.length() > start) ? "\t" : "");
				int from = this.text.length();
				this.text.append(cell.text());
				this.cells.put(new UnreadableDocumentException.Place(sheet.name(), row.number(), cell.column()),
						new Place(from, this.text.length()));
			}
		}
		this.places.put(new UnreadableDocumentException.Place(sheet.name(), row.number(), 0),
				new Place(start, this.text.length()));
		this.text.append('\n');
	}

	private static boolean isShown(Worksheet sheet, SheetCell cell) {
		return !sheet.hiddenColumns().contains(cell.column()) && !ID.matcher(cell.text().strip()).matches();
	}

	String text() {
		return this.text.toString();
	}

	/** Where a cell stands; its row for one that is empty or not shown. */
	Place of(UnreadableDocumentException.Place cell) {
		return Optional.ofNullable(this.cells.get(cell))
			.or(() -> Optional.ofNullable(this.places.get(cell)))
			.or(() -> Optional
				.ofNullable(this.places.get(new UnreadableDocumentException.Place(cell.sheet(), cell.row(), 0))))
			.orElse(new Place(0, 0));
	}

	/** Where every cell that is written stands. */
	Map<UnreadableDocumentException.Place, Place> cells() {
		return Map.copyOf(this.cells);
	}

	/** Where the sheets' names stand. */
	List<Place> names() {
		return List.copyOf(this.names);
	}

}
