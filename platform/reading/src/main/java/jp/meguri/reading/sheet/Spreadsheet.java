package jp.meguri.reading.sheet;

import java.util.List;
import java.util.Optional;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Reason;
import jp.meguri.reading.office.OfficePackage;

/**
 * A workbook as text.
 *
 * @param sheets its sheets in order, hidden ones included
 * @param more whether it holds text outside of its cells: drawings, comments, charts
 */
public record Spreadsheet(List<Worksheet> sheets, boolean more) {

	public Spreadsheet {
		sheets = List.copyOf(sheets);
	}

	/**
	 * Reads a workbook. Blocking: not for an event loop.
	 * @throws UnreadableDocumentException if it is none, not safe to read, or a cell is
	 * computed or in error
	 */
	public static Spreadsheet read(byte[] bytes) {
		OfficePackage file = OfficePackage.open(bytes);
		if (file.kind() != OfficePackage.Kind.XLSX) {
			throw new UnreadableDocumentException(Reason.CONTENT_DIFFERS);
		}
		return read(file);
	}

	/** Reads the workbook of a file that was opened. */
	public static Spreadsheet read(OfficePackage file) {
		return new SpreadsheetReader(file).read();
	}

	public Optional<Worksheet> sheet(String name) {
		return this.sheets.stream().filter((sheet) -> sheet.name().equals(name)).findFirst();
	}

}
