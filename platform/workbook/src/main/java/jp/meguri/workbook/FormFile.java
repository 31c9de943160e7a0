package jp.meguri.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Reason;
import jp.meguri.reading.office.OfficePackage;
import jp.meguri.reading.sheet.SheetCell;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.reading.sheet.Worksheet;
import jp.meguri.reading.word.WordBlock;
import jp.meguri.reading.word.WordBlock.Paragraph;
import jp.meguri.reading.word.WordDocument;

/**
 * A city's own form (様式) as a file, empty or filled in. Blocking: not for an event loop.
 */
public final class FormFile {

	private final byte[] bytes;

	private final Kind kind;

	private final List<FormTable> tables;

	private FormFile(byte[] bytes, Kind kind, List<FormTable> tables) {
		this.bytes = bytes;
		this.kind = kind;
		this.tables = List.copyOf(tables);
	}

	/**
	 * @throws UnreadableDocumentException if it is neither xlsx nor docx, not safe to
	 * read, or a cell is computed or in error
	 */
	public static FormFile open(byte[] bytes) {
		if (!OfficePackage.isZip(bytes) && !OfficePackage.isCompound(bytes)) {
			throw new UnreadableDocumentException(Reason.OFFICE_FILE);
		}
		OfficePackage file = OfficePackage.open(bytes);
		return switch (file.kind()) {
			case XLSX -> of(bytes, Spreadsheet.read(file));
			case DOCX -> new FormFile(bytes, Kind.DOCX, tables(WordDocument.read(file)));
		};
	}

	/** A workbook that was read already. */
	public static FormFile of(byte[] bytes, Spreadsheet workbook) {
		return new FormFile(bytes, Kind.XLSX, workbook.sheets().stream().map(FormFile::table).toList());
	}

	private static FormTable table(Worksheet sheet) {
		return new FormTable(sheet.name(),
				sheet.rows()
					.stream()
					.limit(FormTable.SHOWN)
					.map((row) -> new FormTable.Row(row.number(), row.cells().stream().map(SheetCell::text).toList()))
					.toList());
	}

	private static List<FormTable> tables(WordDocument document) {
		List<WordBlock.Table> tables = document.body()
			.stream()
			.filter(WordBlock.Table.class::isInstance)
			.map(WordBlock.Table.class::cast)
			.toList();
		return IntStream.range(0, tables.size())
			.mapToObj((i) -> new FormTable(String.valueOf(i + 1), rows(tables.get(i))))
			.toList();
	}

	private static List<FormTable.Row> rows(WordBlock.Table table) {
		return IntStream.range(0, Math.min(table.rows().size(), FormTable.SHOWN))
			.mapToObj((i) -> new FormTable.Row(i + 1,
					table.rows().get(i).stream().map(FormFile::text).filter((text) -> !text.isEmpty()).toList()))
			.toList();
	}

	private static String text(List<Paragraph> cell) {
		return String.join("\n", cell.stream().map(Paragraph::text).toList());
	}

	public Kind kind() {
		return this.kind;
	}

	public List<FormTable> tables() {
		return this.tables;
	}

	/**
	 * Where this file has the tables of a form. A table may be called otherwise than in
	 * the template (令和７年度, 令和８年度) and its heads may have moved up or down; empty if none
	 * has all the heads.
	 */
	public Optional<FormMapping> find(FormMapping form) {
		List<FormMapping.Table> found = new ArrayList<>();
		for (FormMapping.Table table : form.tables()) {
			List<FormTable> named = this.tables.stream().filter((each) -> each.name().equals(table.name())).toList();
			locate(named, table, form).or(() -> locate(unused(form, found), table, form)).ifPresent(found::add);
		}
		return found.isEmpty() ? Optional.empty() : Optional.of(new FormMapping(found, form.heads()));
	}

	private List<FormTable> unused(FormMapping form, List<FormMapping.Table> found) {
		return this.tables.stream()
			.filter((table) -> form.tables().stream().noneMatch((named) -> named.name().equals(table.name()))
					&& found.stream().noneMatch((used) -> used.name().equals(table.name())))
			.toList();
	}

	private static Optional<FormMapping.Table> locate(List<FormTable> in, FormMapping.Table table, FormMapping form) {
		return in.stream()
			.flatMap((each) -> each.headRow(form.heads().values(), table.headRow())
				.map((row) -> new FormMapping.Table(each.name(), row))
				.stream())
			.findFirst();
	}

	/**
	 * Its rows; those of a table stand one below the other, right below its heads.
	 * @throws FormMismatchException if it is another form
	 */
	public List<FormRow> read(FormMapping mapping) {
		return (this.kind == Kind.XLSX) ? FormWorkbook.read(this.bytes, mapping)
				: FormDocument.read(this.bytes, mapping);
	}

	/**
	 * The columns its rows are read from: by table, from 1.
	 * @throws FormMismatchException if it is another form
	 */
	public Map<String, Map<FormField, Integer>> columns(FormMapping mapping) {
		return (this.kind == Kind.XLSX) ? FormWorkbook.columns(this.bytes, mapping)
				: FormDocument.columns(this.bytes, mapping);
	}

	/**
	 * The same file with these rows.
	 * @throws FormMismatchException if it is another form
	 * @throws UnwritableTextException if no cell can hold a text
	 */
	public byte[] fill(FormMapping mapping, List<FormRow> rows) {
		return (this.kind == Kind.XLSX) ? FormWorkbook.fill(this.bytes, mapping, rows)
				: FormDocument.fill(this.bytes, mapping, rows);
	}

	public enum Kind {

		XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),

		DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

		private final String mediaType;

		Kind(String mediaType) {
			this.mediaType = mediaType;
		}

		/** As in the header {@code Content-Type}. */
		public String mediaType() {
			return this.mediaType;
		}

		/** The ending of the file's name. */
		public String ending() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
