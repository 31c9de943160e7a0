package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code or sign before a node's title: 1, 1-2, 第1章, ①, (1), Ⅰ, ●, 基本方針2.
 *
 * @param style how it is written; nodes of one level share it
 * @param path the code as numbers; empty for a sign such as ●
 * @param end one behind it; 0 without a code
 */
record NodeCode(String style, List<Integer> path, int end) {

	static final NodeCode NONE = new NodeCode("", List.of(), 0);

	private static final String NUMBER = "(?:\\d{1,2}|[①-⑳]|\\(\\d{1,2}\\))";

	private static final Pattern PARTS = Pattern.compile(NUMBER + "(?:\\s?[-.]\\s?" + NUMBER + ")+(?=[\\s.:、\\p{L}])");

	private static final Pattern NAMED = Pattern
		.compile("(?<word>[\\p{IsHan}]{2,6})\\s?(?<number>\\d{1,2}|[①-⑳]|[Ⅰ-Ⅹ])(?=[\\s.:、「])");

	private static final Pattern ROMAN = Pattern.compile("[Ⅰ-Ⅹ](?=[\\s.:、\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])");

	private static final Pattern CIRCLED = Pattern.compile("[①-⑳]");

	private static final Pattern BRACKETED = Pattern.compile("\\(\\d{1,2}\\)");

	private static final Pattern PLAIN = Pattern.compile("第?\\d{1,2}[章節]?[.:、)]?(?=\\s)|\\d{1,2}[.:、)](?=\\p{L})");

	private static final Pattern SIGN = Pattern.compile("([●○◎■□◆◇▶☆★])(?!\\1)");

	NodeCode {
		path = List.copyOf(path);
	}

	static NodeCode before(String folded) {
		Matcher parts = PARTS.matcher(folded);
		if (parts.lookingAt()) {
			List<Integer> path = numbers(parts.group());
			return new NodeCode("parts" + path.size(), path, parts.end());
		}
		Matcher named = NAMED.matcher(folded);
		if (named.lookingAt()) {
			return new NodeCode(named.group("word"), numbers(named.group("number")), named.end());
		}
		for (Pattern pattern : List.of(ROMAN, CIRCLED, BRACKETED, PLAIN)) {
			Matcher matcher = pattern.matcher(folded);
			if (matcher.lookingAt()) {
				return new NodeCode(pattern.pattern(), numbers(matcher.group()), matcher.end());
			}
		}
		Matcher sign = SIGN.matcher(folded);
		return sign.lookingAt() ? new NodeCode(sign.group(), List.of(), sign.end()) : NONE;
	}

	private static List<Integer> numbers(String code) {
		List<Integer> path = new ArrayList<>();
		Matcher matcher = Pattern.compile("\\d{1,2}|[①-⑳]|[Ⅰ-Ⅹ]").matcher(code);
		while (matcher.find()) {
			char first = matcher.group().charAt(0);
			path.add((first >= '①' && first <= '⑳') ? first - '①' + 1
					: (first >= 'Ⅰ' && first <= 'Ⅹ') ? first - 'Ⅰ' + 1 : Integer.parseInt(matcher.group()));
		}
		return path;
	}

	/** Its last number, or 0. */
	int last() {
		return this.path.isEmpty() ? 0 : this.path.get(this.path.size() - 1);
	}

}
