package jp.meguri.reading.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Words and what they mean; the longest one that stands at a place is taken.
 *
 * @param <T> what they mean
 */
final class Words<T> implements Rule<T> {

	private final Map<Character, List<Entry<T>>> byFirstCharacter = new HashMap<>();

	private final Beginnings beginnings;

	Words(Map<String, ? extends T> meanings) {
		meanings
			.forEach((word, meaning) -> this.byFirstCharacter.computeIfAbsent(word.charAt(0), (c) -> new ArrayList<>())
				.add(new Entry<>(word, meaning)));
		this.byFirstCharacter.values()
			.forEach((words) -> words.sort(Comparator.comparingInt((entry) -> -entry.word.length())));
		this.beginnings = Beginnings.ofWords(meanings.keySet());
	}

	@Override
	public Beginnings beginnings() {
		return this.beginnings;
	}

	@Override
	public @Nullable Match<T> at(PhraseText text, int from) {
		char first = text.at(from);
		List<Entry<T>> candidates = this.beginnings.allow(first) ? this.byFirstCharacter.get(first) : null;
		if (candidates == null) {
			return null;
		}
		for (Entry<T> entry : candidates) {
			if (text.startsWith(entry.word, from)) {
				return new Match<>(entry.meaning, from + entry.word.length());
			}
		}
		return null;
	}

	private record Entry<T>(String word, T meaning) {
	}

}
