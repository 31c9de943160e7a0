package jp.meguri.reading.pdca;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import jp.meguri.reading.layout.Cell;

/**
 * Signs that a cell was not extracted as it was printed.
 */
final class Damage {

	private static final Pattern WORDS_OR_DOTS = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}・、]");

	private static final Pattern WORDS = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

	/** Part of a sentence: not only names and figures, which lists repeat. */
	private static final Pattern SENTENCE = Pattern.compile("(?=.{0,8}\\p{IsHiragana}.{0,4}\\p{IsHiragana})[^\\d%、。]+");

	private static final int LONGEST_UNIT = 40;

	private static final int LONGEST_GAP = 6;

	private static final int SHORTEST_TWICE = 6;

	private static final int SHORTEST_BEFORE_A_GAP = 9;

	/** A plan is called so; a name cut off or scrambled rarely ends this way. */
	private static final Pattern PLAN_NAME = Pattern
		.compile(".*(計画|大綱|方針|戦略|構想|プラン|ビジョン|条例|指針|規則|要綱|規程|法|憲章|プログラム|マニュアル|ガイドライン|基準)([(（].*[)）])?");

	private static final Pattern CUT = Pattern
		.compile("(する|いる|ある|れて|され|おり|って)[。、].*|[をがのにではともや][\\p{IsHan}\\p{IsKatakana}、].*");

	private static final Pattern STUTTER = Pattern.compile(".*計画.?計画.*");

	private static final double FAMILIAR = 0.5;

	private static final String OPENING = "(「『[〔【（";

	private static final String CLOSING = ")」』]〕】）";

	private final Set<String> pairs = new HashSet<>();

	/** Takes the words of a cell as known. */
	void know(Cell cell) {
		pairs(cell.key(), this.pairs);
	}

	private static void pairs(String key, Set<String> into) {
		for (int i = 1; i < key.length(); i++) {
			into.add(key.substring(i - 1, i + 1));
		}
	}

	/** 「のでは、のでは、のでは、」: words over and over. */
	static boolean repeatsWords(Cell cell) {
		String key = cell.key();
		for (int distance = 2; distance <= LONGEST_UNIT + LONGEST_GAP; distance++) {
			int same = 0;
			for (int i = distance; i < key.length(); i++) {
				same = (key.charAt(i) == key.charAt(i - distance)) ? same + 1 : 0;
				if (same > 0 && isRepetition(key.substring(i - same + 1, i + 1), distance)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * @param again what stands there a second time
	 * @param distance how far before it stood first
	 */
	private static boolean isRepetition(String again, int distance) {
		boolean endless = again.length() >= 2 * distance && distance <= LONGEST_UNIT
				&& WORDS_OR_DOTS.matcher(again).find();
		boolean twice = again.length() >= distance && distance >= SHORTEST_TWICE && distance <= LONGEST_UNIT
				&& WORDS.matcher(again).find();
		boolean soon = again.length() >= SHORTEST_BEFORE_A_GAP && again.length() >= distance - LONGEST_GAP
				&& again.length() < distance && SENTENCE.matcher(again).matches();
		return endless || twice || soon;
	}

	/** Vertical text read across, or a name cut off at an edge. */
	boolean isNoName(Cell cell) {
		String key = cell.key().replaceFirst("^・", "");
		Set<String> own = new HashSet<>();
		pairs(key, own);
		long known = own.stream().filter(this.pairs::contains).count();
		return !PLAN_NAME.matcher(key).matches() || STUTTER.matcher(key).matches()
				|| known < FAMILIAR * own.size() && key.length() > 4;
	}

	/** Begins in the middle of a sentence or bracket. */
	static boolean isCut(Cell cell) {
		String key = cell.key();
		int depth = 0;
		for (int i = 0; i < key.length(); i++) {
			depth += (OPENING.indexOf(key.charAt(i)) >= 0) ? 1 : (CLOSING.indexOf(key.charAt(i)) >= 0) ? -1 : 0;
			if (depth < 0) {
				return true;
			}
		}
		return CUT.matcher(key).matches();
	}

}
