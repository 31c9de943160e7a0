package jp.meguri.reading.draft;

import java.util.List;

/**
 * A text with the places it was taken from. It is exactly the source's characters of its
 * spans. Where there are several spans, something that is no text stood between them (a
 * tag, a line or page break); they are joined by nothing, by one space between two Latin
 * words, or by a line feed where a new paragraph of the same entry begins. A character
 * reference such as {@code &amp;} counts as the character it stands for. Nothing else is
 * ever changed.
 *
 * @param text the text
 * @param spans its places, ascending, without overlap; empty for an empty text
 */
public record Passage(String text, List<Span> spans) {

	public static final Passage NONE = new Passage("", List.of());

	public Passage {
		spans = List.copyOf(spans);
	}

	public boolean isEmpty() {
		return this.text.isEmpty();
	}

	/** First place to last place. */
	public Span span() {
		return this.spans.get(0).through(this.spans.get(this.spans.size() - 1));
	}

}
