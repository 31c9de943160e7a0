package jp.meguri.reading.target;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * Words that make an amount a change: 1名を増員, 2割削減.
 */
final class Change {

	private static final Rule<Boolean> WORDS = Rule.maybe("を", "の", "ずつ")
		.lead(Rule.first(Rule.oneOf(Map.ofEntries(Map.entry("増員", true), Map.entry("増設", true), Map.entry("増額", true),
				Map.entry("増加", true), Map.entry("増やす", true), Map.entry("増やし", true), Map.entry("追加", true),
				Map.entry("上乗せ", true), Map.entry("上昇", true), Map.entry("向上", true), Map.entry("引き上げ", true),
				Map.entry("引上げ", true), Map.entry("減員", false), Map.entry("削減", false), Map.entry("縮減", false),
				Map.entry("減額", false), Map.entry("減少", false), Map.entry("低減", false), Map.entry("減らす", false),
				Map.entry("減らし", false), Map.entry("引き下げ", false), Map.entry("引下げ", false), Map.entry("低下", false))),
				Rule.word("増", "増し").notBefore(Rule.word("進", "強", "刷", "築", "殖", "収", "税")).as((word) -> true),
				Rule.word("減").notBefore(Rule.word("免", "価", "収", "税", "災", "塩")).as((word) -> false)));

	private Change() {
	}

	/** The signed change the amount before this place stands for, or null. */
	static @Nullable Match<Quantity> at(PhraseText text, Bound bound, int end) {
		Match<Boolean> up = WORDS.at(text, end);
		if (up == null || bound.amount().quantities().size() > 1) {
			return null;
		}
		Quantity amount = bound.amount().first();
		return new Match<>(up.value() ? amount : amount.negate(), up.end());
	}

}
