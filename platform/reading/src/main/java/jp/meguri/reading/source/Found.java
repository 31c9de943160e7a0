package jp.meguri.reading.source;

import jp.meguri.reading.remarks.Reason;

/**
 * What a document may hold that a person should know of.
 */
enum Found implements Reason {

	WORKSHEET(false, "ワークシート「%s」です。", "Worksheet \"%s\"."),

	HIDDEN_SHEET(true, "ワークシート「%s」は非表示になっています。内容も読みました。必要か確認してください。",
			"The worksheet \"%s\" is hidden; it was read too. Please check whether it belongs here."),

	HIDDEN_ROWS(true, "ワークシート「%1$s」の%2$s行目は非表示になっています。内容も読みました。必要か確認してください。",
			"Row %2$s of the worksheet \"%1$s\" is hidden; it was read too. Please check whether it belongs here."),

	HIDDEN_COLUMNS(true, "ワークシート「%1$s」の%2$s列は非表示になっています。内容も読みました。必要か確認してください。",
			"Column %2$s of the worksheet \"%1$s\" is hidden; it was read too. Please check whether it belongs here."),

	DATE_CELLS(false, "ワークシート「%s」の日付のセル（%s）は、西暦の年月日で書き出しました。",
			"Date cells of the worksheet \"%s\" (%s) were written as Western dates."),

	NUMBER_FORMAT(true, "ワークシート「%1$s」のセル%2$sの表示形式は分かりません。表示形式のない数値を書き出しました。",
			"The number format of cell %2$s of the worksheet \"%1$s\" is not known; the bare number was written."),

	OUTSIDE_CELLS(true, "図形・コメント・グラフの中の文字は読んでいません。必要な文は画面で加えてください。",
			"Text in drawings, comments and charts was not read. Please add what is needed by hand."),

	LIST_NUMBERS(false, "自動の段落番号・行頭記号（%sか所）を文字として書き出しました。",
			"Automatic numbers and bullets (%s) were written as characters."),

	TRACKED_CHANGES(true, "変更履歴が残っています。挿入された文は読み、削除された文は読みませんでした。確認してください。",
			"The document has tracked changes: insertions were read, deletions were not. Please check."),

	HIDDEN_TEXT(true, "隠し文字です。内容も読みました。必要か確認してください。",
			"Hidden text; it was read too. Please check whether it belongs here."),

	TEXT_BOX(false, "テキストボックスの文を、置かれている段落の次に書き出しました。",
			"A text box was written behind the paragraph it is anchored to."),

	TABLE_IN_CELL(false, "セルの中の表を、段落として書き出しました。", "A table inside a cell was written as paragraphs."),

	RUBY(false, "ふりがな（%s）は本文に加えていません。", "Readings printed above the text (%s) were left out."),

	COMMENTS(false, "コメントは読んでいません。", "Comments were not read."),

	NOTES(false, "脚注を文書の末尾に書き出しました。", "Notes were written at the end of the document."),

	PAGE_MARGIN(false, "ヘッダー・フッターの文です。", "Text of a page header or footer.");

	private final boolean decision;

	private final String japanese;

	private final String english;

	Found(boolean decision, String japanese, String english) {
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
