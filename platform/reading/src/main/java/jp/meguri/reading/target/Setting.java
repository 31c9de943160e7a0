package jp.meguri.reading.target;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.phrase.Rule;

/**
 * Counts that describe how things are and are neither aimed at nor achieved: 定数94人,
 * 1,500人を対象, 6つの公共施設.
 */
final class Setting {

	private static final Pattern GIVEN = Pattern.compile(".*(?:定数|現在|現状|対象|全国|人口|上限|下限)");

	private static final Pattern OTHERS = Pattern.compile(".+(?:他|ほか)");

	private static final Rule<String> SCOPE = Rule.word("を対象", "が対象", "対象", "で構成", "からなる", "から成る", "体制", "規模の");

	/** Units of places: 6校区で活動する tells where. */
	private static final Set<String> PLACES = Set.of("校区", "小学校区", "中学校区", "地区", "地域", "区", "市", "町", "村", "市町村", "大学");

	/** Units of what something consists of: 3つの専門委員会. */
	private static final Set<String> KINDS = Set.of("つ", "項目", "種類");

	private static final Rule<String> WHERE = Rule.word("で", "の", "と", "内", "における", "において", "が", "間");

	private Setting() {
	}

	/** Whether the noun before a number says that it is given. */
	static boolean names(@Nullable Indicator indicator) {
		return indicator != null && GIVEN.matcher(indicator.phrase()).matches();
	}

	/** 課長他3人: the rest of a list of people, not a count of what was done. */
	static boolean isRestOfAList(@Nullable Indicator indicator, String unit) {
		return unit.equals(Quantity.PERSON) && indicator != null && OTHERS.matcher(indicator.phrase()).matches();
	}

	/** Whether the words behind a number make it a scope. */
	static boolean isScope(PhraseText text, int end) {
		return SCOPE.at(text, end) != null;
	}

	/** Whether an amount of this unit tells where something happens. */
	static boolean isPlace(PhraseText text, String unit, int end) {
		boolean named = Naming.isNoun(text.at(end)) && !text.isApart(end) && !Frame.isDone(text, end);
		return isPlace(unit) && (WHERE.at(text, end) != null || named) || KINDS.contains(unit) && text.at(end) == 'の';
	}

	static boolean isPlace(String unit) {
		return PLACES.contains(unit);
	}

}
