package jp.meguri.reading.progress;

import jp.meguri.reading.remarks.Reason;

/**
 * Everything this reader may remark.
 */
enum Point implements Reason {

	YEAR_PROPOSED(true, "年度は印字されていません。本文の元号から%s年度と推定しました。確認してください。",
			"The fiscal year is not printed. FY%s is proposed from the years in the text. Please confirm."),

	YEAR_PRINTED(false, "表題などの記載から%s年度としました。", "FY%s, as the heading says."),

	YEAR_UNKNOWN(true, "年度を推定できません。年度を入力してください。", "The fiscal year could not be found. Please enter it."),

	GRADE_UNTIED(true, "「%s」の評価が、同じ頁の記載（%s）のどれか判断できません。",
			"It cannot be told which of the page's grades belongs to \"%s\" (%s)."),

	STEP_UNTIED(true, "「%s」の今後の方針が、同じ頁の記載（%s）のどれか判断できません。",
			"It cannot be told which of the page's next steps belongs to \"%s\" (%s)."),

	SECTION_UNTIED(true, "「%s」の担当が、同じ頁の記載（%s）のどれか判断できません。",
			"It cannot be told which of the page's sections is in charge of \"%s\" (%s)."),

	CATEGORY_UNTIED(true, "「%s」がどの取組項目に属するか、頁の並びから判断できません。",
			"It cannot be told from the page which category \"%s\" belongs to."),

	TEXT_UNTIED(true, "「%s」の取組状況・課題を、頁の記載から判断できません。", "Progress and issues of \"%s\" cannot be told from the page."),

	TEXT_UNDIVIDED(true, "取組状況と課題の境が判断できません。", "It cannot be told where progress ends and issues begin."),

	TIED_BY_ORDER(true, "頁の見出し・本文・評価を、並びの順に結び付けました。確認してください。",
			"Headings, texts and grades of this page were tied in their order. Please confirm."),

	TIED_BY_WORDS(true, "頁の並びが入り組んでいるため、本文と担当を、共通する語と並びから結び付けました（%s）。確認してください。",
			"The boxes of this page are out of order; texts and sections were tied by the words and places they share (%s). Please confirm."),

	CANDIDATE(false, "どの取組内容のものか選ぶ候補です。", "One of the values to choose from for the items of this page."),

	DIVIDED_BY_WORDS(true, "取組状況と課題を、文末の表現で分けました。確認してください。",
			"Progress and issues were divided by how their sentences end. Please confirm."),

	ALL_ALIKE(false, "同じ頁の%sがすべて同じため、並びによらず結び付けました。",
			"All values of %s on this page are alike, so their order does not matter."),

	LEAD_NOT_MARKED(true, "担当が複数あり、主担当が分かりません。", "Several sections are given and none is marked as the lead."),

	GRADE_UNKNOWN(true, "評価「%s」を読み取れません。", "The grade \"%s\" is not known."),

	STEP_AS_TEXT(false, "今後の方針が文で書かれているため、改善の欄に入れました。", "The next step is written as a text and was kept as one."),

	OVERVIEW(false, "体系図などの見出しの繰り返しです。", "An overview that repeats the headings."),

	UNREAD(true, "どの項目か判断できない記載です。", "This text could not be placed in a field.");

	private final boolean decision;

	private final String japanese;

	private final String english;

	Point(boolean decision, String japanese, String english) {
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
