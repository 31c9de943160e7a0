package jp.meguri.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.office.OfficePackage;
import jp.meguri.reading.sheet.SheetRow;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.reading.sheet.Worksheet;

/**
 * A city's own form as a workbook (xlsx): filled below its heads with its styles kept,
 * and read back. Blocking: not for an event loop.
 */
public final class FormWorkbook {

	private FormWorkbook() {
	}

	/**
	 * Fills a template. Rows below the heads are filled in order; further rows look like
	 * the first one, and what a filled-in template held below is taken out.
	 * @throws UnreadableDocumentException if the template is not safe to read
	 * @throws FormMismatchException if the template is another form
	 * @throws UnwritableTextException if no cell can hold a text
	 */
	public static byte[] fill(byte[] template, FormMapping mapping, List<FormRow> rows) {
		OfficePackage.open(template);
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
			for (FormMapping.Table table : mapping.tables()) {
				Sheet sheet = workbook.getSheet(table.name());
				if (sheet == null) {
					throw new FormMismatchException(table.name());
				}
				fill(sheet, table, mapping, rows.stream().filter((row) -> row.table().equals(table.name())).toList());
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			workbook.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void fill(Sheet sheet, FormMapping.Table table, FormMapping mapping, List<FormRow> rows) {
		Map<FormField, Integer> columns = new EnumMap<>(FormField.class);
		Row heads = sheet.getRow(table.headRow() - 1);
		mapping.heads().forEach((field, head) -> columns.put(field, column(heads, head)));
		for (int i = 0; i < rows.size(); i++) {
			Row row = row(sheet, table.headRow() + i, table.headRow());
			for (Map.Entry<FormField, Integer> column : columns.entrySet()) {
				String text = rows.get(i).values().getOrDefault(column.getKey(), "");
				Cell cell = row.getCell(column.getValue(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
				cell.setCellValue(CellText.of(text, table.name() + " " + cell.getAddress()));
			}
		}
		int below = table.headRow() + rows.size();
		while (empties(sheet.getRow(below), columns.values())) {
			below++;
		}
	}

	/** Whether something of ours stood in the row, and is gone now. */
	private static boolean empties(@Nullable Row row, Collection<Integer> columns) {
		if (row == null) {
			return false;
		}
		List<Cell> filled = columns.stream()
			.map(row::getCell)
			.filter((cell) -> cell != null && !cell.toString().isEmpty())
			.toList();
		filled.forEach(Cell::setBlank);
		return !filled.isEmpty();
	}

	private static int column(Row heads, String head) {
		if (heads != null) {
			for (Cell cell : heads) {
				if (Width.key(cell.toString()).equals(Width.key(head))) {
					return cell.getColumnIndex();
				}
			}
		}
		throw new FormMismatchException(head);
	}

	/** The row, looking like the first one where the template has none. */
	private static Row row(Sheet sheet, int number, int first) {
		Row row = sheet.getRow(number);
		if (row != null) {
			return row;
		}
		Row created = sheet.createRow(number);
		Row model = sheet.getRow(first);
		if (model != null && number > first) {
			created.setHeight(model.getHeight());
			model.forEach((cell) -> created.createCell(cell.getColumnIndex()).setCellStyle(cell.getCellStyle()));
		}
		return created;
	}

	/**
	 * Reads a filled form: the rows below the heads, up to the first one whose columns
	 * are all empty.
	 * @throws UnreadableDocumentException if it is not safe to read, or a cell is
	 * computed or in error
	 * @throws FormMismatchException if it is another form
	 */
	public static List<FormRow> read(byte[] form, FormMapping mapping) {
		Spreadsheet spreadsheet = Spreadsheet.read(form);
		List<FormRow> rows = new ArrayList<>();
		for (FormMapping.Table table : mapping.tables()) {
			rows.addAll(read(sheet(spreadsheet, table), table, mapping));
		}
		return rows;
	}

	/** The columns of a filled form, see {@link FormFile#columns}. */
	static Map<String, Map<FormField, Integer>> columns(byte[] form, FormMapping mapping) {
		Spreadsheet spreadsheet = Spreadsheet.read(form);
		Map<String, Map<FormField, Integer>> columns = new HashMap<>();
		for (FormMapping.Table table : mapping.tables()) {
			columns.put(table.name(), columns(sheet(spreadsheet, table), table, mapping));
		}
		return columns;
	}

	private static Worksheet sheet(Spreadsheet spreadsheet, FormMapping.Table table) {
		return spreadsheet.sheet(table.name()).orElseThrow(() -> new FormMismatchException(table.name()));
	}

	private static Map<FormField, Integer> columns(Worksheet sheet, FormMapping.Table table, FormMapping mapping) {
		Map<FormField, Integer> columns = new EnumMap<>(FormField.class);
		SheetRow heads = sheet.rows()
			.stream()
			.filter((row) -> row.number() == table.headRow())
			.findFirst()
			.orElseThrow(() -> new FormMismatchException(table.name() + " " + table.headRow()));
		mapping.heads().forEach((field, head) -> columns.put(field, column(heads, head)));
		return columns;
	}

	private static List<FormRow> read(Worksheet sheet, FormMapping.Table table, FormMapping mapping) {
		Map<FormField, Integer> columns = columns(sheet, table, mapping);
		List<FormRow> rows = new ArrayList<>();
		for (SheetRow row : sheet.rows()) {
			if (row.number() == table.headRow() + rows.size() + 1) {
				Map<FormField, String> values = new EnumMap<>(FormField.class);
				columns.forEach((field, column) -> values.put(field, row.text(column)));
				values.values().removeIf(String::isEmpty);
				if (values.isEmpty()) {
					break;
				}
				rows.add(new FormRow(table.name(), values));
			}
		}
		return rows;
	}

	private static int column(SheetRow heads, String head) {
		return heads.cells()
			.stream()
			.filter((cell) -> Width.key(cell.text()).equals(Width.key(head)))
			.findFirst()
			.orElseThrow(() -> new FormMismatchException(head))
			.column();
	}

}
