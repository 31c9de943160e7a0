package jp.meguri.reading.target;

import jp.meguri.reading.phrase.PhraseText;

/**
 * Words over and over, as extraction leaves them of a cell it could not read:
 * 「5%)で、は5%)で、は5%)で、は」. Nobody can tell what the figures in such a line count.
 */
final class Stammer {

	private static final int LONGEST = 40;

	private Stammer() {
	}

	/**
	 * Whether the same characters stand there three times in a row, with kana among them:
	 * a list of equal figures has none.
	 */
	static boolean in(PhraseText text, int from, int end) {
		for (int distance = 2; distance <= LONGEST && 3 * distance <= end - from; distance++) {
			int same = 0;
			int kana = 0;
			for (int at = from + distance; at < end; at++) {
				boolean again = text.at(at) == text.at(at - distance) && text.at(at) != '・';
				same = again ? same + 1 : 0;
				kana = !again ? 0 : isKana(text.at(at)) ? kana + 1 : kana;
				if (same >= 2 * distance && kana > 1) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isKana(char c) {
		return c >= 'ぁ' && c <= 'ん';
	}

}
