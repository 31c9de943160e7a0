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
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.office.OfficePackage;
import jp.meguri.reading.word.WordBlock;
import jp.meguri.reading.word.WordBlock.Paragraph;
import jp.meguri.reading.word.WordDocument;

/**
 * A city's own form as tables of a Word document (docx): filled below its heads, and read
 * back. Word knows one line break: CR LF and CR become it. Blocking: not for an event
 * loop.
 */
public final class FormDocument {

	private FormDocument() {
	}

	/**
	 * Fills a template; rows are added at the end of its tables as they are needed, and
	 * what a filled-in template held below is taken out.
	 * @throws UnreadableDocumentException if the template is not safe to read
	 * @throws FormMismatchException if the template is another form
	 */
	public static byte[] fill(byte[] template, FormMapping mapping, List<FormRow> rows) {
		OfficePackage.open(template);
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(template))) {
			for (FormMapping.Table table : mapping.tables()) {
				int index = index(table.name(), document.getTables().size());
				fill(document.getTables().get(index), table, mapping,
						rows.stream().filter((row) -> row.table().equals(table.name())).toList());
			}
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int index(String name, int tables) {
		int index = name.matches("\\d{1,4}") ? Integer.parseInt(name) - 1 : -1;
		if (index < 0 || index >= tables) {
			throw new FormMismatchException(name);
		}
		return index;
	}

	private static void fill(XWPFTable word, FormMapping.Table table, FormMapping mapping, List<FormRow> rows) {
		XWPFTableRow heads = word.getRow(table.headRow() - 1);
		if (heads == null) {
			throw new FormMismatchException(table.name() + " " + table.headRow());
		}
		Map<FormField, Integer> columns = columns(mapping,
				heads.getTableCells().stream().map(XWPFTableCell::getText).toList());
		for (int i = 0; i < rows.size(); i++) {
			XWPFTableRow row = word.getRow(table.headRow() + i);
			XWPFTableRow filled = (row != null) ? row : word.createRow();
			Map<FormField, String> values = rows.get(i).values();
			columns.forEach((field, column) -> write(cell(filled, column), values.getOrDefault(field, "")));
		}
		int below = table.headRow() + rows.size();
		while (empties(word.getRow(below), columns.values())) {
			below++;
		}
	}

	/** Whether something of ours stood in the row, and is gone now. */
	private static boolean empties(@Nullable XWPFTableRow row, Collection<Integer> columns) {
		if (row == null) {
			return false;
		}
		List<XWPFTableCell> filled = columns.stream()
			.filter((column) -> column < row.getTableCells().size())
			.map(row::getCell)
			.filter((cell) -> !cell.getText().isEmpty())
			.toList();
		filled.forEach((cell) -> write(cell, ""));
		return !filled.isEmpty();
	}

	private static XWPFTableCell cell(XWPFTableRow row, int column) {
		while (row.getTableCells().size() <= column) {
			row.createCell();
		}
		return row.getCell(column);
	}

	private static void write(XWPFTableCell cell, String text) {
		while (cell.getParagraphs().size() > 1) {
			cell.removeParagraph(1);
		}
		XWPFParagraph paragraph = cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphs().get(0);
		while (!paragraph.getRuns().isEmpty()) {
			paragraph.removeRun(0);
		}
		XWPFRun run = paragraph.createRun();
		String[] lines = text.split("\r\n|\r|\n", -1);
		for (int i = 0; i < lines.length; i++) {
			if (i > 0) {
				run.addBreak();
			}
			write(run, lines[i]);
		}
	}

	private static void write(XWPFRun run, String line) {
		String[] parts = line.split("\t", -1);
		for (int i = 0; i < parts.length; i++) {
			if (i > 0) {
				run.addTab();
			}
			if (!parts[i].isEmpty()) {
				run.setText(parts[i], run.getCTR().sizeOfTArray());
			}
		}
	}

	/**
	 * Reads a filled form: the rows below the heads, up to the first one whose columns
	 * are all empty.
	 * @throws UnreadableDocumentException if it is not safe to read
	 * @throws FormMismatchException if it is another form
	 */
	public static List<FormRow> read(byte[] form, FormMapping mapping) {
		List<WordBlock.Table> tables = tables(form);
		List<FormRow> rows = new ArrayList<>();
		for (FormMapping.Table table : mapping.tables()) {
			rows.addAll(read(tables.get(index(table.name(), tables.size())), table, mapping));
		}
		return rows;
	}

	/** The columns of a filled form, see {@link FormFile#columns}. */
	static Map<String, Map<FormField, Integer>> columns(byte[] form, FormMapping mapping) {
		List<WordBlock.Table> tables = tables(form);
		Map<String, Map<FormField, Integer>> columns = new HashMap<>();
		for (FormMapping.Table table : mapping.tables()) {
			Map<FormField, Integer> fromZero = columns(tables.get(index(table.name(), tables.size())), table, mapping);
			fromZero.replaceAll((field, column) -> column + 1);
			columns.put(table.name(), fromZero);
		}
		return columns;
	}

	private static List<WordBlock.Table> tables(byte[] form) {
		return WordDocument.read(OfficePackage.open(form))
			.body()
			.stream()
			.filter(WordBlock.Table.class::isInstance)
			.map(WordBlock.Table.class::cast)
			.toList();
	}

	private static Map<FormField, Integer> columns(WordBlock.Table word, FormMapping.Table table, FormMapping mapping) {
		if (word.rows().size() < table.headRow()) {
			throw new FormMismatchException(table.name() + " " + table.headRow());
		}
		return columns(mapping, word.rows().get(table.headRow() - 1).stream().map(FormDocument::text).toList());
	}

	private static List<FormRow> read(WordBlock.Table word, FormMapping.Table table, FormMapping mapping) {
		Map<FormField, Integer> columns = columns(word, table, mapping);
		List<FormRow> rows = new ArrayList<>();
		for (List<List<Paragraph>> row : word.rows().subList(table.headRow(), word.rows().size())) {
			Map<FormField, String> values = new EnumMap<>(FormField.class);
			columns.forEach((field, column) -> values.put(field, (column < row.size()) ? text(row.get(column)) : ""));
			values.values().removeIf(String::isEmpty);
			if (values.isEmpty()) {
				break;
			}
			rows.add(new FormRow(table.name(), values));
		}
		return rows;
	}

	private static String text(List<Paragraph> cell) {
		return String.join("\n", cell.stream().map(Paragraph::text).toList());
	}

	private static Map<FormField, Integer> columns(FormMapping mapping, List<String> heads) {
		List<String> keys = heads.stream().map(Width::key).toList();
		Map<FormField, Integer> columns = new EnumMap<>(FormField.class);
		mapping.heads().forEach((field, head) -> {
			int column = keys.indexOf(Width.key(head));
			if (column < 0) {
				throw new FormMismatchException(head);
			}
			columns.put(field, column);
		});
		return columns;
	}

}
