package jp.meguri.reading.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Place;
import jp.meguri.reading.UnreadableDocumentException.Reason;
import jp.meguri.reading.office.XmlPart;

/**
 * Reads the rows of one worksheet.
 */
final class WorksheetReader {

	private static final int LAST_ROW = 1_048_576;

	private static final int LAST_COLUMN = 16_384;

	/** Rows that may be written down, empty ones included. */
	private static final int MOST_ROWS = 100_000;

	/** Columns that may hold something; more are no sheet people read. */
	private static final int MOST_COLUMNS = 1_000;

	private static final int MOST_CELLS = 200_000;

	private static final int MOST_CHARACTERS = 4_000_000;

	private static final int MOST_MERGED = 5_000;

	private static final int LONGEST_NUMBER = 40;

	private final String name;

	private final boolean hidden;

	private final List<String> strings;

	private final CellStyles styles;

	private final boolean since1904;

	private final List<SheetRow> rows = new ArrayList<>();

	private final List<int[]> hiddenColumns = new ArrayList<>();

	private final List<int[]> merged = new ArrayList<>();

	private boolean rowsHidden;

	private int written;

	private int row;

	private int column;

	private int cells;

	private long characters;

	WorksheetReader(String name, boolean hidden, List<String> strings, CellStyles styles, boolean since1904) {
		this.name = name;
		this.hidden = hidden;
		this.strings = strings;
		this.styles = styles;
		this.since1904 = since1904;
	}

	Worksheet read(XmlPart xml) {
		while (xml.nextStart()) {
			switch (xml.name()) {
				case "sheetFormatPr" -> this.rowsHidden = xml.flag("zeroHeight");
				case "col" -> column(xml);
				case "row" -> row(xml);
				case "mergeCell" -> merge(xml.attribute("ref", ""));
				default -> {
					// print settings, views, validations: no content
				}
			}
		}
		checkMerged();
		return new Worksheet(this.name, this.hidden, this.rows, hiddenColumns());
	}

	private void column(XmlPart xml) {
		if (xml.flag("hidden")) {
			this.hiddenColumns.add(new int[] { xml.number("min", 1), xml.number("max", 1) });
		}
	}

	private Set<Integer> hiddenColumns() {
		Set<Integer> found = new TreeSet<>();
		this.rows.forEach((row) -> row.cells().forEach((cell) -> {
			if (this.hiddenColumns.stream().anyMatch((c) -> c[0] <= cell.column() && cell.column() <= c[1])) {
				found.add(cell.column());
			}
		}));
		return found;
	}

	private void row(XmlPart xml) {
		int number = xml.number("r", this.row + 1);
		if (number > LAST_ROW || ++this.written > MOST_ROWS) {
			throw at(Reason.TOO_EXPANSIVE);
		}
		if (number <= this.row) {
			throw at(Reason.BROKEN_OFFICE_FILE);
		}
		this.row = number;
		this.column = 0;
		boolean hidden = this.rowsHidden ? !"0".equals(xml.attribute("hidden")) : xml.flag("hidden");
		List<SheetCell> cells = new ArrayList<>();
		int depth = xml.depth();
		while (xml.nextChild(depth)) {
			SheetCell cell = xml.name().equals("c") ? cell(xml) : null;
			if (cell != null && !cell.text().isEmpty()) {
				count(cell);
				cells.add(cell);
			}
		}
		if (!cells.isEmpty()) {
			this.rows.add(new SheetRow(this.row, hidden, cells));
		}
	}

	private void count(SheetCell cell) {
		this.cells++;
		this.characters += cell.text().length();
		if (cell.column() > MOST_COLUMNS || this.cells > MOST_CELLS || this.characters > MOST_CHARACTERS) {
			throw at(Reason.TOO_EXPANSIVE);
		}
	}

	private @Nullable SheetCell cell(XmlPart xml) {
		int column = columnOf(xml.attribute("r"));
		if (column <= this.column) {
			throw at(Reason.BROKEN_OFFICE_FILE);
		}
		this.column = column;
		if (column > LAST_COLUMN) {
			throw at(Reason.TOO_EXPANSIVE);
		}
		String type = xml.attribute("t", "n");
		String format = this.styles.format(xml.number("s", 0));
		String value = "";
		int depth = xml.depth();
		while (xml.nextChild(depth)) {
			switch (xml.name()) {
				case "f" -> throw at(Reason.FORMULA_CELL);
				case "v" -> value = xml.text();
				case "is" -> value = CellText.of(xml);
				default -> xml.skip();
			}
		}
		return value.isEmpty() ? null : cell(type, value, format);
	}

	private SheetCell cell(String type, String value, String format) {
		return switch (type) {
			case "s" -> text(shared(value));
			case "inlineStr" -> text(value);
			case "str" -> text(CellText.unescape(value));
			case "b" -> text(value.equals("1") ? "TRUE" : "FALSE");
			case "n" -> number(value.strip(), format);
			case "e" -> throw at(Reason.ERROR_CELL);
			default -> throw at(Reason.BROKEN_OFFICE_FILE);
		};
	}

	private SheetCell text(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean paired = Character.isHighSurrogate(c) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1));
			if (c == '\0' || Character.isSurrogate(c) && !paired) {
				throw at(Reason.BROKEN_OFFICE_FILE);
			}
			i += paired ? 1 : 0;
		}
		return new SheetCell(this.column, text, SheetCell.Kind.TEXT);
	}

	private String shared(String index) {
		int at = index.strip().matches("\\d{1,9}") ? Integer.parseInt(index.strip()) : -1;
		if (at < 0 || at >= this.strings.size()) {
			throw at(Reason.BROKEN_OFFICE_FILE);
		}
		return this.strings.get(at);
	}

	private SheetCell number(String value, String format) {
		if (value.length() > LONGEST_NUMBER || !value.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?")) {
			throw at(Reason.BROKEN_OFFICE_FILE);
		}
		BigDecimal number = new BigDecimal(value);
		String letters = SerialDate.letters(format);
		if (!letters.isEmpty()) {
			String date = SerialDate.print(number, letters, this.since1904);
			if (date == null) {
				throw at(Reason.IMPOSSIBLE_DATE);
			}
			return new SheetCell(this.column, date, SheetCell.Kind.DATE);
		}
		String shown = NumberFormat.print(number, format);
		return (shown != null) ? new SheetCell(this.column, shown, SheetCell.Kind.NUMBER)
				: new SheetCell(this.column, NumberFormat.plain(number), SheetCell.Kind.UNFORMATTED_NUMBER);
	}

	/** Merged cells change nothing for reading, but must not overlap. */
	private void merge(String area) {
		String[] corners = area.split(":", -1);
		this.merged.add(new int[] { rowOf(corners[0]), columnOf(corners[0]), rowOf(corners[corners.length - 1]),
				columnOf(corners[corners.length - 1]) });
		if (this.merged.size() > MOST_MERGED) {
			throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
		}
	}

	private void checkMerged() {
		this.merged.sort((one, other) -> Integer.compare(one[0], other[0]));
		for (int i = 0; i < this.merged.size(); i++) {
			int[] one = this.merged.get(i);
			for (int j = i + 1; j < this.merged.size() && this.merged.get(j)[0] <= one[2]; j++) {
				int[] other = this.merged.get(j);
				if (one[1] <= other[3] && other[1] <= one[3]) {
					throw new UnreadableDocumentException(Reason.BROKEN_OFFICE_FILE,
							new Place(this.name, other[0], other[1]));
				}
			}
		}
	}

	private int rowOf(String address) {
		String digits = address.replaceAll("[^0-9]", "");
		return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : 0;
	}

	/** The column of an address such as C5; the next one where there is no address. */
	private int columnOf(@Nullable String address) {
		if (address == null) {
			return this.column + 1;
		}
		int column = 0;
		int letters = 0;
		for (char c : address.toCharArray()) {
			if (c >= 'A' && c <= 'Z') {
				column = column * 26 + c - 'A' + 1;
				letters++;
			}
			if (letters > 4) {
				throw at(Reason.TOO_EXPANSIVE);
			}
		}
		return column;
	}

	private UnreadableDocumentException at(Reason reason) {
		return new UnreadableDocumentException(reason, new Place(this.name, Math.max(1, this.row), this.column));
	}

}
