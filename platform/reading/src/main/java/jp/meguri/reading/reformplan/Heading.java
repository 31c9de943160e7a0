package jp.meguri.reading.reformplan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;

/**
 * A numbered heading above the items: an area or a part of one.
 *
 * @param style headings of one style stand on one level
 * @param levelName what the document calls the level (基本方針), or empty
 * @param ordinal its number
 * @param label the level's name as printed, or empty
 * @param code the number as printed
 * @param title the title
 */
record Heading(String style, String levelName, int ordinal, Run label, Run code, Run title) {

	private static final int LONGEST = 70;

	private static final String NUMBER = "(?<number>\\d{1,2}|[IVX]{1,4}|[Ⅰ-Ⅻ]|[①-⑳]|[一二三四五六七八九十])";

	private static final List<Style> STYLES = List.of(new Style("named",
			Pattern.compile("(?<name>" + Width.spread("(?:基本|重点|改革|施策|推進|個別|経営)?(?:方針|目標|戦略|柱|施策|方向性?|分野|視点|テーマ)の?")
					+ ")\\s?(?<code>" + NUMBER + ")(?:[.:]\\s*|\\s+)(?<title>\\S.*)")),
			new Style("chapter", Pattern.compile("(?<code>第\\s?" + NUMBER + "\\s?[章節編部])\\s*(?<title>\\S.*)")),
			new Style("bracket",
					Pattern.compile("(?<code>(?=\\(|[^(]{1,4}\\))\\(?\\s?" + NUMBER
							+ "(?:\\s?\\)|(?=\\s)))\\s*(?<title>\\S.*)")),
			new Style("roman", Pattern.compile("(?<code>(?<number>[IVX]{1,4}|[Ⅰ-Ⅻ]))[.\\s]\\s*(?<title>\\S.*)")),
			new Style("circled", Pattern.compile("(?<code>(?<number>[①-⑳]))\\s*(?<title>\\S.*)")),
			new Style("plain", Pattern.compile("(?<code>(?<number>\\d{1,2}))(?:[.](?!\\d)\\s*|\\s+)(?<title>\\S.*)")));

	/** The heading this line is, or null. */
	static @Nullable Heading of(Row row) {
		if (row.table() || row.pieces().size() != 1) {
			return null;
		}
		Run run = row.pieces().get(0).run();
		if (run.length() > LONGEST || run.chars().indexOf('。') >= 0) {
			return null;
		}
		for (Style style : STYLES) {
			Matcher matcher = style.pattern.matcher(run.folded());
			if (matcher.matches()) {
				boolean named = style.name.equals("named");
				String name = named ? Width.undoubled(run.part(0, matcher.end("name")).key()) : "";
				Run label = named ? run.part(0, matcher.end("name")) : Run.EMPTY;
				return new Heading(style.name + name, name, ordinal(matcher.group("number")), label,
						run.part(matcher.start("code"), matcher.end("code")), run.from(matcher.start("title")));
			}
		}
		return null;
	}

	private static int ordinal(String number) {
		char c = number.charAt(0);
		if (Character.isDigit(c)) {
			return Integer.parseInt(number);
		}
		for (String row : List.of("一二三四五六七八九十", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ")) {
			if (row.indexOf(c) >= 0) {
				return row.indexOf(c) + 1;
			}
		}
		return List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII").indexOf(number) + 1;
	}

	private record Style(String name, Pattern pattern) {
	}

}
