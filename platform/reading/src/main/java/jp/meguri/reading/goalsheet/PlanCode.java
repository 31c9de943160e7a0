package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.LinkDraft;

/**
 * A plan code at some place of a text: 5-1-③, 5-1- (3), 47. Its shape tells the
 * dimension.
 *
 * @param path the code as numbers
 * @param start first character
 * @param end one behind it
 */
record PlanCode(List<Integer> path, int start, int end) {

	private static final String PART = "(?:\\d{1,2}|[①-⑳]|\\(?\\s?\\d{1,2}\\s?\\)|\\(\\s?\\d{1,2}(?=\\s))";

	private static final Pattern OF_PARTS = Pattern
		.compile("\\d{1,2}\\s?-\\s?" + PART + "(?:\\s?-\\s?" + PART + ")*(?=\\D|$)");

	private static final Pattern PLAIN = Pattern.compile("\\d{1,3}(?=[\\s.:]|$)");

	private static final Pattern PLAIN_GLUED = Pattern
		.compile("\\d{1,3}(?=[「(\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])(?![年月日件人名校世回周か])");

	private static final Pattern NUMBER = Pattern.compile("\\d+|[①-⑳]");

	/** The code at exactly this place, or null; the title may follow without a blank. */
	static @Nullable PlanCode at(String folded, int at) {
		return at(folded, at, List.of(OF_PARTS, PLAIN, PLAIN_GLUED));
	}

	/** The code at exactly this place with a blank or nothing behind it, or null. */
	static @Nullable PlanCode standing(String folded, int at) {
		return at(folded, at, List.of(OF_PARTS, PLAIN));
	}

	private static @Nullable PlanCode at(String folded, int at, List<Pattern> shapes) {
		for (Pattern shape : shapes) {
			Matcher matcher = shape.matcher(folded).region(at, folded.length()).useTransparentBounds(true);
			if (matcher.lookingAt()) {
				return new PlanCode(path(matcher.group()), at, matcher.end());
			}
		}
		return null;
	}

	/** The next code behind a blank; plain numbers only count between two blanks. */
	static @Nullable PlanCode inside(String folded, int from) {
		for (int i = Math.max(1, from); i < folded.length(); i++) {
			PlanCode code = Character.isWhitespace(folded.charAt(i - 1)) ? standing(folded, i) : null;
			if (code != null && (code.path.size() > 1 || code.end < folded.length())) {
				return code;
			}
		}
		return null;
	}

	private static List<Integer> path(String code) {
		List<Integer> path = new ArrayList<>();
		Matcher numbers = NUMBER.matcher(code);
		while (numbers.find()) {
			char c = numbers.group().charAt(0);
			path.add((c >= '①' && c <= '⑳') ? c - '①' + 1 : Integer.parseInt(numbers.group()));
		}
		return path;
	}

	String dimension() {
		return (this.path.size() > 1) ? LinkDraft.COMPREHENSIVE_PLAN : LinkDraft.BASIC_POLICY;
	}

	/** 0-0-0 and 0: the document says that there is none. */
	boolean saysNone() {
		return this.path.stream().allMatch((part) -> part == 0);
	}

}
