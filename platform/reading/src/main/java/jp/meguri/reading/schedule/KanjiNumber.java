package jp.meguri.reading.schedule;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Beginnings;
import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/** 一 to 九十九. */
final class KanjiNumber implements Rule<Integer> {

	private static final String DIGITS = "一二三四五六七八九";

	private static final Beginnings BEGINNINGS = Beginnings.of((c) -> c == '十' || DIGITS.indexOf(c) >= 0);

	@Override
	public Beginnings beginnings() {
		return BEGINNINGS;
	}

	@Override
	public @Nullable Match<Integer> at(PhraseText text, int from) {
		int tens = digit(text, from);
		int at = (tens > 0) ? from + 1 : from;
		if (text.at(at) != '十') {
			return (tens > 0) ? new Match<>(tens, at) : null;
		}
		int ones = digit(text, at + 1);
		return new Match<>(Math.max(1, tens) * 10 + ones, (ones > 0) ? at + 2 : at + 1);
	}

	private static int digit(PhraseText text, int at) {
		return DIGITS.indexOf(text.at(at)) + 1;
	}

}
