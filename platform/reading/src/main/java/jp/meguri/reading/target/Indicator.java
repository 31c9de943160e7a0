package jp.meguri.reading.target;

import java.util.Locale;
import java.util.regex.Pattern;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Width;

/**
 * What is counted or measured (指標): the noun beside the number, 出前講座等参加者数 in
 * 「出前講座等参加者数4,000人」.
 *
 * @param phrase as printed
 * @param span where it stands
 */
public record Indicator(String phrase, Span span) {

	private static final Pattern BESIDE = Pattern.compile("\\([^()]*\\)|[「」『』【】〔〕\"'・,、.:\\[\\]]|等");

	private static final Pattern FRAME = Pattern.compile("^(?:本市の|市の|当該|目標)|(?:の?(?:目標|実績|達成)?(?:値|数値|額)?)$");

	/**
	 * Equal for indicators that are written a little differently: one width, no blanks,
	 * brackets or 等, no の, 取組 in one spelling, without 目標値 and the 数 at its end.
	 */
	public String key() {
		String words = BESIDE.matcher(Width.key(this.phrase)).replaceAll("");
		String bare = FRAME.matcher(words).replaceAll("").replace("の", "");
		String counted = (bare.endsWith("数") && bare.length() > 2) ? bare.substring(0, bare.length() - 1) : bare;
		return (counted.isEmpty() ? words : counted).toLowerCase(Locale.ROOT);
	}

}
