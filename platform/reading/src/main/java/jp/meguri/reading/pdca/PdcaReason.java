package jp.meguri.reading.pdca;

import jp.meguri.reading.remarks.Reason;

/**
 * Everything the reader of result sheets may remark.
 */
enum PdcaReason implements Reason {

	YEAR_PRINTED(false, "表の見出しなどの記載から%s年度としました。", "FY%s, as the heads of the table say."),

	YEAR_UNKNOWN(true, "年度の記載が見つからないか、一致しません。年度を入力してください。",
			"No fiscal year was found, or the years differ. Please enter it."),

	LEGEND_MISSING(false, "評価の凡例が見つかりません。", "The legend of the grades was not found."),

	NODE_SPLIT(false, "複数のセルに分かれた見出しをつなぎました。重なった文字や欠けた文字がないか確認してください。",
			"A heading that was split over several cells was joined; letters may be doubled or missing."),

	NODE_WITHOUT_CODE(true, "「%s」の番号が読み取れません。", "The number of this heading (%s) cannot be read."),

	NODE_UNREADABLE(true, "「%s」の名称が読み取れません。下位の番号が①に戻るため、区分の変わり目としました。",
			"The name of this heading (%s) cannot be read; the numbers below begin anew here."),

	NODE_UNKNOWN(true, "上位の見出し（%s）が分かりません。番号が戻っていますが、見出しの印字がありません。",
			"The heading above (%s) is not known: numbers begin anew, but none is printed."),

	ROW_SHIFTED(true, "セルの位置がずれています。どの欄か確かめられない文は、そのまま残しました。",
			"The cells of this row are shifted; text that cannot be tied to a column was left as it is."),

	ROW_SCATTERED(true, "表の外に散らばった行です。確実に結び付く部分だけを取り込みました。",
			"A row scattered over the page; only what can be tied for certain was taken."),

	ROW_CONTINUED(false, "改ページで分かれた行の続きとして読みました。", "Read as the rest of the row above, cut by a page end."),

	TITLE_MISSING(true, "具体的な取組項目の名称が見つかりません。", "The commitment's title was not found."),

	LEAD_MISSING(true, "取組主管課が読み取れません。主管課を選んでください。", "No lead section can be read. Please choose one."),

	LEAD_UNCLEAR(true, "主管課か関係課か、または主となる課を判断できません。", "It cannot be told who leads and who takes part."),

	GRADE_MISSING(true, "取組達成度が空欄です。", "The grade is empty."),

	GRADE_UNREADABLE(true, "取組達成度として読み取れない記載です。", "This cannot be read as a grade."),

	GRADE_LOOK_ALIKE(false, "達成度が、形の似た別の文字（キリル文字など）で印字されています。A～Dとして読みました。",
			"Grades are printed with look-alike letters (Cyrillic or Greek); they were read as A to D."),

	REFERENCE_UNCLEAR(true, "計画名の文字が欠けているか、順番が乱れています。",
			"The name of this plan is cut off or its letters are out of order."),

	WORDS_REPEATED(true, "同じ語句が繰り返されています。読み取りの誤りと思われます。",
			"Words are repeated over and over, probably by a reading error."),

	TEXT_CUT(false, "文の途中から始まっています。", "This text begins in the middle of a sentence."),

	UNREAD(true, "どの項目か判断できない記載です。", "This text could not be placed in a field.");

	private final boolean decision;

	private final String ja;

	private final String en;

	PdcaReason(boolean decision, String ja, String en) {
		this.decision = decision;
		this.ja = ja;
		this.en = en;
	}

	@Override
	public boolean decision() {
		return this.decision;
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
