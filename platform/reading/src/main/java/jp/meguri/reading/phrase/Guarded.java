package jp.meguri.reading.phrase;

import org.jspecify.annotations.Nullable;

/**
 * A rule that is tried only where its words may begin.
 *
 * @param <T> what it reads
 */
record Guarded<T>(Beginnings beginnings, Rule<T> rule) implements Rule<T> {

	@Override
	public @Nullable Match<T> at(PhraseText text, int from) {
		return this.beginnings.allow(text.at(from)) ? this.rule.at(text, from) : null;
	}

}
