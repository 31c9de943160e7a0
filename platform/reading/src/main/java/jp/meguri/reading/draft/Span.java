package jp.meguri.reading.draft;

/**
 * A place in the source: UTF-16 offsets into the decoded text, half-open.
 *
 * @param start first character
 * @param end one behind the last character
 */
public record Span(int start, int end) implements Comparable<Span> {

	public Span {
		if (start < 0 || end < start) {
			throw new IllegalArgumentException("span " + start + " to " + end);
		}
	}

	/** The characters of this span. */
	public String of(String source) {
		return source.substring(this.start, this.end);
	}

	/** The smallest span that holds both. */
	public Span through(Span other) {
		return new Span(Math.min(this.start, other.start), Math.max(this.end, other.end));
	}

	@Override
	public int compareTo(Span other) {
		return (this.start != other.start) ? Integer.compare(this.start, other.start)
				: Integer.compare(this.end, other.end);
	}

}
