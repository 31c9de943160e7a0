package jp.meguri.reading.target;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import jp.meguri.reading.phrase.PhraseText;

/**
 * Which round brackets of a text belong together; none reaches over a line end.
 */
final class Brackets {

	private static final int MOST_CHARACTERS = 80;

	private final Map<Integer, Integer> openings = new HashMap<>();

	Brackets(PhraseText text) {
		Deque<Integer> open = new ArrayDeque<>();
		for (int at = 0; at < text.length(); at++) {
			switch (text.at(at)) {
				case '\n' -> open.clear();
				case '(' -> open.push(at);
				case ')' -> {
					if (!open.isEmpty() && at - open.peek() < MOST_CHARACTERS) {
						this.openings.put(at, open.pop());
					}
				}
				default -> {
				}
			}
		}
	}

	/** Where the bracket that closes here opens, or -1. */
	int opening(int close) {
		return this.openings.getOrDefault(close, -1);
	}

}
