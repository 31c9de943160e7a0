package jp.meguri.reading.reformplan;

import jp.meguri.reading.remarks.Reason;

/**
 * Everything this reader may remark.
 */
enum Finding implements Reason {

	YEAR_PROPOSED(true, "計画の初年度は印字されていません。取組の年度から%s年度と推定しました。確認してください。",
			"The plan's first year is not printed. FY%s is proposed from the phases. Please confirm."),

	YEAR_PRINTED(false, "表題などの記載から%s年度としました。", "FY%s, as the heading says."),

	YEAR_UNKNOWN(true, "計画の初年度を推定できません。年度を入力してください。", "The plan's first year could not be found. Please enter it."),

	NUMBER_REPEATED(false, "番号「%s」は前にも使われています。印字のまま残しました。", "The number %s was used before; kept as printed."),

	SIGN_READ_AS(false, "「%s」は、並びから「(%s)」と読みました。", "\"%s\" was read as (%s) by its place in the sequence."),

	SIGN_OUT_OF_ORDER(true, "「%s」の前の記号が見つかりません。順番を確認してください。",
			"The sign before %s was not found; please check the order."),

	PHASE_COVERS_SEVERAL(false, "この年度の取組は、上の複数の項目にまたがる可能性があるため、その上位の取組に結び付けました。",
			"These actions may belong to several entries above, so they were tied to the initiative that holds them."),

	PHASE_WITHOUT_ACTIONS(true, "年度の見出しの下に取組がありません。", "No actions were found below this year."),

	TARGET_KEY_UNRESOLVED(true, "目標の「%s」に当たる取組が見つかりません。", "No initiative %s was found for this target."),

	TARGET_NONE_BY_DECISION(false, "数値目標を設定しないと明記されています。", "The document says that there is no numeric target."),

	PART_MISSING(false, "「%s」の欄が見つかりません。", "The part %s was not found."),

	ITEM_OUTSIDE_TREE(true, "この事項がどの区分に属するか判断できません。", "It cannot be told which part of the plan this item belongs to."),

	LEAD_NOT_MARKED(true, "担当が複数あり、主担当が分かりません。", "Several sections are given and none is marked as the lead."),

	UNREAD(true, "どの項目か判断できない記載です。", "This text could not be placed in a field.");

	private final boolean decision;

	private final String japanese;

	private final String english;

	Finding(boolean decision, String japanese, String english) {
		this.decision = decision;
		this.japanese = japanese;
		this.english = english;
	}

	@Override
	public boolean decision() {
		return this.decision;
	}

	@Override
	public String japanese() {
		return this.japanese;
	}

	@Override
	public String english() {
		return this.english;
	}

}
