package jp.meguri.reading.target;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.PhraseText;

/**
 * Headings inside a cell, such as [達成目安]: values behind one are for orientation until the
 * cell or the next heading.
 */
final class Headings {

	private static final String OPEN = "[〔【〈《";

	private static final String CLOSE = "]〕】〉》";

	private static final int MOST_CHARACTERS = 24;

	private static final Pattern ORIENTATION = Pattern.compile("目安|参考|計画値|見込値");

	private final PhraseText text;

	private boolean orientation;

	Headings(PhraseText text) {
		this.text = text;
	}

	/** Takes note of what stands at this place. */
	void pass(int at) {
		char c = this.text.at(at);
		if (c == '\n') {
			this.orientation = false;
		}
		int kind = OPEN.indexOf(c);
		for (int end = at + 1; kind >= 0 && end - at < MOST_CHARACTERS && this.text.at(end) != '\n'; end++) {
			if (this.text.at(end) == CLOSE.charAt(kind)) {
				this.orientation = isOrientation(this.text.chars(at, end));
				return;
			}
		}
	}

	/** Whether values here do not bind. */
	boolean benchmark(@Nullable Indicator indicator) {
		return this.orientation || (indicator != null && isOrientation(indicator.phrase()));
	}

	private static boolean isOrientation(String words) {
		return ORIENTATION.matcher(words).find();
	}

}
