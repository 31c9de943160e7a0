package jp.meguri.reading.target;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.meguri.reading.phrase.PhraseText;

/**
 * Where a text speaks of time.
 */
final class Dates {

	private static final Pattern DATE = Pattern.compile(
			"(?:令和|平成|昭和|同)?(?<![A-Za-z])[HRS]?(?:\\d{1,4}|元)(?:[かカヵヶケ]年度?間?|年度?間?|月|日)(?:\\(\\d{4}年?度?\\))?(?:までに?|から)?"
					+ "|[HRS]\\d{1,2}(?=[::実末])|(?:今|本|当|次|翌|前|昨|毎|各)?年度(?:末|当初|中)?|毎年|計画期間内?");

	private final BitSet covered = new BitSet();

	Dates(PhraseText text) {
		Matcher matcher = DATE.matcher(text.toString());
		while (matcher.find()) {
			this.covered.set(matcher.start(), matcher.end());
		}
	}

	boolean covers(int at) {
		return at >= 0 && this.covered.get(at);
	}

	/** Behind the date at this place. */
	int endOf(int at) {
		return covers(at) ? this.covered.nextClearBit(at) : at;
	}

}
