package jp.meguri.reading.target;

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

	private static final Rule<String> SCOPE = Rule.word("を対象", "が対象", "対象", "で構成", "からなる", "から成る", "体制", "規模の");

	private Setting() {
	}

	/** Whether the noun before a number says that it is given. */
	static boolean names(@Nullable Indicator indicator) {
		return indicator != null && GIVEN.matcher(indicator.phrase()).matches();
	}

	/** Whether the words behind a number make it a scope. */
	static boolean isScope(PhraseText text, int end) {
		return SCOPE.at(text, end) != null;
	}

}
