package jp.meguri.reading.goalsheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Width;

/**
 * What the columns of the form's tables hold, known by their heads.
 */
enum Column {

	NUMBER("No\\.?|№|番号|項番|#"),

	/** 方針. */
	POLICY("(部局の|部の)?(取組|基本|運営)?方針"),

	/** 取組みを行った内容・成果; must stand before the body, both name the 取組. */
	ACHIEVEMENTS(".*(行った|実施した|成果|実績).*|(達成|進捗|取組|実施)の?(状況|結果)"),

	/** 取り組みの総括. */
	REVIEW(".*総括.*"),

	/** 課題・今後の方向性. */
	DIRECTIONS("(.*・)?(課題|今後).*|.*方向性"),

	/** スケジュール（工程）. */
	ROADMAP("(スケジュール|工程|ロードマップ|年次計画).*"),

	/** 取組事項, or the statement of a mid-term goal. */
	BODY("取組(事項|内容|項目).*|具体的な取組.*"),

	/** A column of its own for the title, or a head over several columns. */
	TITLE(".*目標.*|目標名|件名|重点(取組|課題|事項|項目|施策)(項目|名)?"),

	LINKS("(総合計画|基本政策|関連計画|関連する計画).*");

	private static final int LONGEST_HEAD = 40;

	/** Brackets or a sign around a label. */
	private static final Pattern FRAME = Pattern.compile("[■◆□▼]?[【\\[〔《<](.+)[】\\]〕》>]|[■◆□▼](.+)");

	private final Pattern words;

	Column(String words) {
		this.words = Pattern.compile(words);
	}

	/** The column this is the head of, or null. */
	static @Nullable Column headedBy(String key) {
		if (key.isEmpty() || key.length() > LONGEST_HEAD || key.contains("。")) {
			return null;
		}
		Matcher frame = FRAME.matcher(key);
		String label = !frame.matches() ? key : (frame.group(1) != null) ? frame.group(1) : frame.group(2);
		Column column = withWords(Width.undoubled(label));
		return (column != null) ? column : withWords(label);
	}

	private static @Nullable Column withWords(String key) {
		if (BODY.words.matcher(key).matches() && !key.contains("行った")) {
			return BODY;
		}
		for (Column column : values()) {
			if (column.words.matcher(key).matches()) {
				return column;
			}
		}
		return null;
	}

}
