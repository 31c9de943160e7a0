package jp.meguri.reading.goalsheet;

import jp.meguri.reading.remarks.Reason;

/**
 * Everything the reader may remark, in both languages. {@code %s} is filled from the
 * document.
 */
enum Question implements Reason {

	HEADER_MISSING(false, "部局名の欄が見つかりません。登録するときに部局を選んでください。",
			"No department found at the top. Choose the department when registering."),

	YEAR_PROPOSED(true, "年度は印字されていません。本文の元号から%s年度と推定しました。確認してください。",
			"The fiscal year is not printed. FY%s is proposed from the years in the text. Please confirm."),

	YEAR_PRINTED(false, "表題などの記載から%s年度としました。", "FY%s, as the heading says."),

	YEAR_UNKNOWN(true, "年度を推定できません。年度を入力してください。", "The fiscal year could not be found. Please enter it."),

	ERA_MISMATCH(false, "元号と西暦が一致しません（%s）。西暦を採用しました。", "Era and Western year differ (%s); the Western year was used."),

	SECTION_MISSING(false, "「%s」の見出しが見つかりません。", "The section %s was not found."),

	COLUMNS_LOST(true, "表の列の区切りがないため、どの欄の文か判断できません（%s）。",
			"The columns of the table are lost, so this text cannot be tied to a field (%s)."),

	CELLS_SHIFTED(true, "セルの数が見出しと合わないため、どの欄の文か判断できません。",
			"The row has more or fewer cells than the table has columns; its text cannot be tied to fields."),

	NUMBER_MISSING(true, "番号のない目標のようです。前の目標には含めていません。",
			"This seems to be a goal without a number; it was not added to the goal above."),

	NUMBER_OUT_OF_ORDER(true, "目標の番号が%sです。順番を確認してください。", "The goal is numbered %s; please check the order."),

	TITLE_MISSING(true, "目標%sの件名が見つかりません。", "Goal %s has no title."),

	LINK_SHAPE(true, "見出しのない欄にある番号を、番号の形から総合計画・基本政策に分けました。確認してください。",
			"Codes in a cell without a label were told apart by their shape. Please confirm."),

	LINK_LABEL_UNKNOWN(true, "「%s」という計画名は分かりません。番号の形から分類しました。",
			"The plan \"%s\" is not known; its codes were sorted by shape."),

	LINK_WITHOUT_CODE(true, "番号のない計画名です。印字のまま残しました。", "A plan link without a code, kept as printed."),

	LINK_WITHOUT_TITLE(true, "番号%sの名称が見つかりません。", "Code %s has no title."),

	LINKS_SHARE_CELL(true, "一つの行に複数の番号があるため、番号の前で分けました。確認してください。",
			"Several codes stand in one line; it was split before each code. Please confirm."),

	LINK_NONE_AND_OTHERS(true, "「該当なし」と番号の両方があります。", "Both \"no link\" and codes are given."),

	LINK_NONE_IN_NUMBER_COLUMN(false, "番号欄の「%s」を、該当なしと読みました。",
			"The \"%s\" in the number column was read as \"no link\"."),

	LINK_MISSING(false, "目標%sに%sの記載がありません。", "Goal %s names no link to %s."),

	LINK_TITLES_DIFFER(false, "番号%sの名称が、他の目標での記載と異なります。", "The title of code %s differs from the one given elsewhere."),

	REPEAT_LINKED(false, "再掲として、同じ文の実績に結び付けました。", "Marked as repeated; tied to the entry with the same text."),

	REPEAT_NOT_FOUND(true, "再掲とありますが、同じ文の実績が見つかりません。",
			"Marked as repeated, but no entry with the same text was found."),

	UNREAD(true, "どの項目か判断できない記載です。", "This text could not be placed in a field.");

	private final boolean decision;

	private final String ja;

	private final String en;

	Question(boolean decision, String ja, String en) {
		this.decision = decision;
		this.ja = ja;
		this.en = en;
	}

	@Override
	public boolean decision() {
		return this.decision;
	}

	@Override
	public boolean isAskedOnce() {
		return this == LINK_SHAPE || this == LINKS_SHARE_CELL;
	}

	@Override
	public String japanese() {
		return this.ja;
	}

	@Override
	public String english() {
		return this.en;
	}

}
