package jp.meguri.reading.progress;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;

/**
 * A heading of the plan's tree: 基本目標Ⅰ, 基本施策１ with title and pages of the plan.
 *
 * @param levelName what the document calls the level
 * @param ordinal its number
 * @param label the level's name as printed
 * @param code the number as printed
 * @param title the title
 * @param pages pages of the plan, or empty
 */
record LevelHead(String levelName, int ordinal, Run label, Run code, Run title, Run pages) {

	private static final int LONGEST = 90;

	private static final List<String> DIGITS = List.of("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "一二三四五六七八九十");

	private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI",
			"XII");

	private static final Pattern HEAD = Pattern
		.compile("[■●◆□]?\\s?(?<name>" + Width.spread("(?:基本|重点|推進|施策|個別|取組)?の?(?:目標|方針|施策|方向性?|柱|政策|戦略|分野|テーマ)")
				+ ")\\s?" + "(?<code>(?:\\d{1,2}(?:-\\d{1,2})*|[IVX]{1,4}|[Ⅰ-Ⅻ]|[①-⑳]|[一二三四五六七八九十]|\\(\\d{1,2}\\)))"
				+ "\\s*[.:]?\\s+(?<title>\\S.*?)" + "(?:\\s+(?<pages>\\(?(?:P|p|pp|" + Width.spread("ページ|頁")
				+ ")\\.?\\s?\\d{1,3}(?:\\s?[-~]\\s?P?\\d{1,3})?\\)?))?");

	/** The heading this line is, or null. */
	static @Nullable LevelHead of(Line line) {
		Run run = line.run();
		Matcher matcher = HEAD.matcher(run.folded());
		if (run.length() > LONGEST || !matcher.matches() || run.chars().indexOf('。') >= 0) {
			return null;
		}
		Run pages = (matcher.group("pages") != null) ? run.part(matcher.start("pages"), matcher.end("pages"))
				: Run.EMPTY;
		return new LevelHead(Width.undoubled(Width.key(matcher.group("name"))), ordinal(matcher.group("code")),
				run.part(0, matcher.end("name")).trim(), run.part(matcher.start("code"), matcher.end("code")),
				run.part(matcher.start("title"), matcher.end("title")), pages);
	}

	private static int ordinal(String code) {
		String number = code.replaceAll("^.*-|[()]", "");
		if (Character.isDigit(number.charAt(0))) {
			return Integer.parseInt(number);
		}
		for (String row : DIGITS) {
			if (row.indexOf(number.charAt(0)) >= 0) {
				return row.indexOf(number.charAt(0)) + 1;
			}
		}
		return ROMAN.indexOf(number) + 1;
	}

	/** Headings with the same name and number are one, however often they are printed. */
	String identity() {
		return this.levelName + this.ordinal;
	}

}
