package jp.meguri.workbook;

import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The first worksheet: whose goal sheet it is, and how to fill it in.
 */
final class Cover {

	static final String FORM = "様式";

	static final String FORM_NAME = "Meguri 目標シート 1";

	static final String OWNER = "部局";

	static final String YEAR = "年度";

	static final String SHEET_ID = "シートID";

	static final String UNIT_ID = "部局ID";

	private static final String[] HINTS = { "白い欄に記入してください。新しい行は表の下に加えます。",
			"新しい行は「No」と「欄」を選ぶと、その目標のその欄に入ります。空けておくと上の行と同じになります。", "行を消すときは「削除」に○を付けてください。並べ替えや行ごとの削除は、シートの保護を外すとできます。",
			"計算式は使えません。値として貼り付けてください。", "シート保護のパスワードは " + TableSheet.PASSWORD + " です。" };

	private final SheetContent sheet;

	private final SheetNames names;

	Cover(SheetContent sheet, SheetNames names) {
		this.sheet = sheet;
		this.names = names;
	}

	void write(Workbook workbook) {
		Worksheet cover = workbook.newWorksheet(Sheets.COVER);
		cover.width(0, 14);
		cover.width(1, 60);
		String[][] lines = { { FORM, FORM_NAME }, { "市", this.names.municipality() }, { OWNER, this.names.unit() },
				{ YEAR, String.valueOf(this.sheet.fiscalYear()) }, { SHEET_ID, this.sheet.id().toString() },
				{ UNIT_ID, this.sheet.unit().toString() } };
		int row = 0;
		for (String[] line : lines) {
			cover.value(row, 0, line[0]);
			cover.value(row, 1, CellText.of(line[1], Sheets.COVER + " " + line[0]));
			cover.style(row, 0).bold().set();
			cover.style(row, 1).format("@").protectionOption(ProtectionOption.LOCKED, true).set();
			row++;
		}
		for (String hint : HINTS) {
			cover.value(++row, 1, hint);
			cover.style(row, 1).wrapText(true).set();
		}
		cover.protect(TableSheet.PASSWORD, SheetProtectionOption.SHEET);
	}

}
