package jp.meguri.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A worksheet that is one table: a title, heads that stay in view, rows. Every cell is
 * text, so nothing a text begins with can become a formula.
 */
final class TableSheet {

	/** Against mistakes, not against people: it is printed on the cover. */
	static final String PASSWORD = "meguri";

	private static final int HEADS = 1;

	private static final int FREE_ROWS = 1_000;

	private final String name;

	private final List<Head> heads;

	private final List<Map<String, String>> rows = new ArrayList<>();

	TableSheet(String name, List<Head> heads) {
		this.name = name;
		this.heads = heads;
	}

	/** A new row at the end, to be filled by the names of the heads. */
	Map<String, String> add() {
		Map<String, String> row = new LinkedHashMap<>();
		this.rows.add(row);
		return row;
	}

	boolean isEmpty() {
		return this.rows.isEmpty();
	}

	void write(Workbook workbook, String title) {
		Worksheet sheet = workbook.newWorksheet(this.name);
		sheet.value(0, 0, CellText.of(title, this.name));
		sheet.style(0, 0).bold().fontSize(14).set();
		for (int column = 0; column < this.heads.size(); column++) {
			column(sheet, column, this.heads.get(column));
		}
		for (int row = 0; row < this.rows.size(); row++) {
			row(sheet, HEADS + 1 + row, this.rows.get(row));
		}
		sheet.freezePane(2, HEADS + 1);
		sheet.repeatRows(0, HEADS);
		sheet.pageOrientation("landscape");
		sheet.setFitToPage(true);
		sheet.fitToWidth((short) 1);
		sheet.fitToHeight((short) 0);
		sheet.protect(PASSWORD, SheetProtectionOption.SHEET, SheetProtectionOption.INSERT_COLUMNS,
				SheetProtectionOption.DELETE_COLUMNS);
	}

	private void column(Worksheet sheet, int column, Head head) {
		int last = HEADS + this.rows.size() + FREE_ROWS;
		sheet.width(column, head.width());
		sheet.value(HEADS, column, head.name());
		sheet.style(HEADS, column).bold().fillColor("DDE6F0").borderStyle(BorderStyle.THIN).wrapText(true).set();
		boolean locked = head.access() != Head.Access.OPEN;
		sheet.style(column)
			.format("@")
			.wrapText(true)
			.verticalAlignment("top")
			.protectionOption(ProtectionOption.LOCKED, locked)
			.set();
		if (!this.rows.isEmpty()) {
			sheet.range(HEADS + 1, column, HEADS + this.rows.size(), column)
				.style()
				.format("@")
				.wrapText(true)
				.verticalAlignment("top")
				.borderStyle(BorderStyle.THIN)
				.protectionOption(ProtectionOption.LOCKED, locked)
				.set();
		}
		if (head.access() == Head.Access.HIDDEN) {
			sheet.hideColumn(column);
		}
		if (!head.choices().isEmpty()) {
			sheet.range(HEADS + 1, column, last, column)
				.validateWithListByFormula('"' + String.join(",", head.choices()) + '"')
				.allowBlank(true)
				.errorStyle(DataValidationErrorStyle.STOP)
				.showErrorMessage(true)
				.errorTitle(head.name())
				.error("一覧から選んでください。");
		}
	}

	private void row(Worksheet sheet, int number, Map<String, String> row) {
		for (int column = 0; column < this.heads.size(); column++) {
			Head head = this.heads.get(column);
			String text = row.getOrDefault(head.name(), "");
			if (!text.isEmpty()) {
				sheet.value(number, column, CellText.of(text, this.name + " " + head.name() + " " + (number + 1)));
			}
		}
	}

}
