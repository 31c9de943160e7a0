package jp.meguri.reading.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Span;

/**
 * Visible characters, each knowing where in the source it stands.
 */
public final class Run {

	public static final Run EMPTY = new Run("", new int[0], new int[0]);

	private final String chars;

	private final int[] from;

	private final int[] to;

	private final String folded;

	Run(String chars, int[] from, int[] to) {
		this.chars = chars;
		this.from = from;
		this.to = to;
		this.folded = Width.fold(chars);
	}

	/** The characters as they are. */
	public String chars() {
		return this.chars;
	}

	/** The characters in one width, with the same offsets. */
	public String folded() {
		return this.folded;
	}

	/** For comparing with words of a form. */
	public String key() {
		return Width.key(this.chars);
	}

	public int length() {
		return this.chars.length();
	}

	public boolean isBlank() {
		return this.chars.chars().allMatch((c) -> Width.isBlank((char) c));
	}

	public Run part(int start, int end) {
		return new Run(this.chars.substring(start, end), Arrays.copyOfRange(this.from, start, end),
				Arrays.copyOfRange(this.to, start, end));
	}

	public Run from(int start) {
		return part(start, length());
	}

	public Run trim() {
		int start = 0;
		int end = length();
		while (start < end && Width.isBlank(this.chars.charAt(start))) {
			start++;
		}
		while (end > start && Width.isBlank(this.chars.charAt(end - 1))) {
			end--;
		}
		return part(start, end);
	}

	/** Characters that stand nowhere in the source (see {@link Passage}). */
	public static Run joint(String chars) {
		int[] nowhere = new int[chars.length()];
		Arrays.fill(nowhere, -1);
		return new Run(chars, nowhere, nowhere);
	}

	public static Run concat(List<Run> parts) {
		StringBuilder chars = new StringBuilder();
		parts.forEach((part) -> chars.append(part.chars));
		return new Run(chars.toString(), parts.stream().flatMapToInt((part) -> Arrays.stream(part.from)).toArray(),
				parts.stream().flatMapToInt((part) -> Arrays.stream(part.to)).toArray());
	}

	/** Where the characters stand: one span per stretch without anything between. */
	public List<Span> spans() {
		List<Span> spans = new ArrayList<>();
		int start = -1;
		int end = -1;
		for (int i = 0; i < length(); i++) {
			if (this.from[i] < 0) {
				continue;
			}
			if (this.from[i] != end) {
				addSpan(spans, start, end);
				start = this.from[i];
			}
			end = this.to[i];
		}
		addSpan(spans, start, end);
		return spans;
	}

	private static void addSpan(List<Span> spans, int start, int end) {
		if (start >= 0) {
			spans.add(new Span(start, end));
		}
	}

	/** First to last character; the run must not be empty. */
	public Span span() {
		return new Span(this.from[0], this.to[length() - 1]);
	}

	public Passage passage() {
		Run trimmed = trim();
		return new Passage(trimmed.chars, trimmed.spans());
	}

	@Override
	public String toString() {
		return this.chars;
	}

	/** Collects characters. */
	static final class Builder {

		private final StringBuilder chars = new StringBuilder();

		private int[] from = new int[64];

		private int[] to = new int[64];

		void add(char c, int start, int end) {
			int at = this.chars.length();
			if (at == this.from.length) {
				this.from = Arrays.copyOf(this.from, at * 2);
				this.to = Arrays.copyOf(this.to, at * 2);
			}
			this.chars.append(c);
			this.from[at] = start;
			this.to[at] = end;
		}

		boolean isEmpty() {
			return this.chars.isEmpty();
		}

		Run build() {
			int length = this.chars.length();
			return new Run(this.chars.toString(), Arrays.copyOf(this.from, length), Arrays.copyOf(this.to, length))
				.trim();
		}

	}

}
