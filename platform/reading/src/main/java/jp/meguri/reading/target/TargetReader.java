package jp.meguri.reading.target;

import java.util.List;

import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PhraseText;

/**
 * Reads the numeric targets in the text of a goal (目標値). Dates, codes, numbers of lists
 * and counts inside a name are none; a text without a target gives an empty list.
 */
public final class TargetReader {

	private TargetReader() {
	}

	/**
	 * All targets of a text, in printed order.
	 * @param text the text of a goal, an action or a cell of targets; spans are offsets
	 * into it
	 */
	public static List<Target> read(String text, PhraseContext context) {
		return Sums.checked(new TargetScan(PhraseText.of(text), context).all());
	}

}
