package jp.meguri.reading.target;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseText;

/**
 * The greater value behind 〈 or &lt;: 〈供給単価142円.
 */
final class Versus {

	private static final int MOST_NAME = 20;

	private Versus() {
	}

	static @Nullable Match<Figure> at(PhraseText text, int from, Naming naming) {
		if (text.at(from) != '〈' && text.at(from) != '<') {
			return null;
		}
		for (int at = from + 1; at - from <= MOST_NAME && Naming.isNoun(text.at(at)); at++) {
			Match<Bound> bound = Bound.RULE.at(text, at);
			if (bound != null) {
				Figure figure = new Figure(naming.before(at), bound.value().amount().first(), false,
						text.span(at, bound.end()), text.raw(at, bound.end()));
				return new Match<>(figure, bound.end());
			}
		}
		return null;
	}

}
