package jp.meguri.reading.reformplan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.meguri.reading.layout.Width;

/**
 * The years above the actions of a phase: 平成23年度, 令和8年度～, 2026～2028年度.
 */
final class YearHead {

	private static final String YEAR = "(?:(?:(?:令和|平成|昭和|[RHS]\\.?)\\s?(?:元|\\d{1,2})|\\d{4})\\s?(?:年度?)?"
			+ "(?:\\s?\\(\\s?(?:(?:令和|平成|[RHS]\\.?)\\s?(?:元|\\d{1,2})|\\d{4})\\s?年?度?\\s?\\))?)";

	private static final Pattern HEAD = Pattern.compile(Width.spread("[\\[【〔<]?(?=[^~]{0,20}年度|[^・]{0,30}年度)" + YEAR
			+ "\\s?(?:[~-]\\s?(?:" + YEAR + "|\\d{1,2}\\s?年度)?|以降|から|まで|末)?[\\]】〕>]?\\s?:?"));

	private YearHead() {
	}

	/** One behind the head that begins here, or -1. */
	static int endAt(String folded, int at) {
		Matcher matcher = HEAD.matcher(folded).region(at, folded.length());
		return (matcher.lookingAt() && Width.undoubled(Width.key(matcher.group())).contains("年度")) ? matcher.end() : -1;
	}

}
