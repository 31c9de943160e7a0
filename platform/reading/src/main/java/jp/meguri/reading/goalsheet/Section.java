package jp.meguri.reading.goalsheet;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Row;

/**
 * The sections of the form, known by their headings.
 */
enum Section {

	/** 中期目標; before the others, since its heading may name years too. */
	MID_TERM("中長?期.{0,6}目標"),

	/** 当年度目標. */
	ANNUAL("年度.{0,8}(目標|重点取組)|重点(目標|取組)|単年度目標"),

	/** 取り組み方針, which may name the mission it serves. */
	POLICY("方針"),

	/** 部局の使命. */
	MISSION("使命|ミッション|役割");

	private static final int LONGEST_HEADING = 70;

	private static final int LONGEST_BARE = 14;

	private static final Pattern NUMBERED = Pattern
		.compile("(第?[0-9一二三四五六七八九十]{1,2}(章|節|[.,、:)])|[IVX]{1,4}[.:)]?(?=[^A-Za-z])).*");

	private static final Pattern SIGNS = Pattern.compile("^([■◆●○◎□【<《〔]|\\([0-9一二三四五]\\)|[0-9]{1,2})+|[】>》〕]$");

	private final Pattern words;

	Section(String words) {
		this.words = Pattern.compile(words);
	}

	/**
	 * The section a row opens, or null. A heading stands alone in its row, is numbered or
	 * marked as heading or consists of little more than its words, and is no sentence. In
	 * a table it stands at the left and is numbered.
	 */
	static @Nullable Section openedBy(Row row) {
		if (row.filled().size() != 1 || row.pieces().size() != 1) {
			return null;
		}
		boolean numbered = row.heading() || NUMBERED.matcher(row.key()).matches();
		boolean inTable = row.table() && row.cells().size() > 1;
		if (inTable && (row.filled().get(0) > 0 || !numbered)) {
			return null;
		}
		return named(row.key(), numbered);
	}

	private static @Nullable Section named(String key, boolean numbered) {
		if (key.length() > LONGEST_HEADING || key.contains("。")) {
			return null;
		}
		for (Section section : values()) {
			if (section.words.matcher(key).find()) {
				return (numbered || section.isBare(SIGNS.matcher(key).replaceAll(""))) ? section : null;
			}
		}
		return null;
	}

	private boolean isBare(String key) {
		return key.length() <= LONGEST_BARE
				&& Pattern.compile("(" + this.words + ")(\\(.*\\)|など|等)?$").matcher(key).find();
	}

}
