package jp.meguri.workbook;

import jp.meguri.reading.remarks.Reason;

/**
 * Everything that may be remarked in a workbook that was read back.
 */
enum Notice implements Reason {

	ROW_DELETED(false, "「削除」の印があるため、この行は取り込みませんでした。", "The row is marked as deleted and was left out."),

	ROW_ADDED(false, "新しい行として取り込みました。", "Read as a new row."),

	ID_UNKNOWN(true, "この行のID「%s」は、この目標シートにありません。新しい行として取り込みました。",
			"The row's id \"%s\" is not known in this sheet; it was read as a new row."),

	ID_TWICE(true, "同じIDの行がすでにあるため、新しい行として取り込みました。", "Another row has the same id; it was read as a new row."),

	REFERENCE_BROKEN(true, "ID「%s」を読み取れないため、結び付きを外しました。", "The id \"%s\" cannot be read; the tie was dropped."),

	GOAL_UNKNOWN(true, "No「%s」の目標がないため、この行は取り込めません（%s）。",
			"There is no goal number %s, so the row cannot be read (%s)."),

	FIELD_UNKNOWN(true, "欄「%s」は分からないため、この行は取り込めません（%s）。",
			"The field \"%s\" is not known, so the row cannot be read (%s)."),

	ROUND_UNKNOWN(true, "回「%s」は分からないため、この行は取り込めません（%s）。",
			"The round \"%s\" is not known, so the row cannot be read (%s)."),

	WORD_UNKNOWN(true, "「%s」は選択肢にないため、取り込みませんでした。", "\"%s\" is not among the choices and was left out."),

	NUMBER_UNREADABLE(true, "「%s」を数として読み取れません。%sとしました。", "\"%s\" is no number; %s was used."),

	NUMBER_TWICE(true, "No「%s」の目標がすでにあるため、%sとしました。", "There is a goal number %s already; it became %s."),

	DAY_UNREADABLE(true, "「%s」を日付として読み取れないため、取り込みませんでした。", "\"%s\" is no date and was left out."),

	REPEAT_REMOVED(false, "再掲の印がないため、再掲ではない行としました。", "Not marked as repeated any more."),

	REPEAT_UNKNOWN(true, "再掲の元の行が分かりません。", "It is not known which row is repeated."),

	MID_TERM_UNKNOWN(true, "中期目標「%s」が見つかりません。", "There is no mid-term goal \"%s\"."),

	UNIT_UNKNOWN(true, "「%s」という課は、この年度にありません。", "There is no unit \"%s\" in this year."),

	LINK_CHANGED(true, "番号または名称が書き換えられたため、計画の項目との結び付きを外し、記載のまま取り込みました。",
			"Code or title was changed, so the link to the plan was dropped and read as printed."),

	LINK_WITHOUT_NODE(true, "計画の項目が分からないため、記載のまま取り込みました。画面で項目を選んでください。",
			"It is not known which item of the plan is meant; read as printed."),

	GRADE_WITHOUT_SCHEME(true, "評価「%s」の区分が分からないため、取り込みませんでした。",
			"The scheme of grade \"%s\" is not known; it was left out."),

	REPORT_TWICE(true, "同じ目標・同じ回の行がすでにあるため、この行は取り込みませんでした。",
			"There is a row for this goal and round already; it was left out."),

	CELL_HIDDEN(true, "非表示の行です。内容も取り込みました。", "The row is hidden; it was read too."),

	RESULTS_LEFT_OUT(false, "実績（内容・成果、評価、数値など）はこの取込では読み取りません。実績入力の画面で入力してください。",
			"Results (achievements, grades, figures) are not read by this import; enter them on the results page."),

	SHEET_MISSING(true, "ワークシート「%s」がありません。その内容は空として取り込みました。", "The worksheet \"%s\" is missing; it was read as empty."),

	SHEET_UNKNOWN(true, "ワークシート「%s」は取り込みませんでした。", "The worksheet \"%s\" was not read.");

	private final boolean decision;

	private final String japanese;

	private final String english;

	Notice(boolean decision, String japanese, String english) {
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
