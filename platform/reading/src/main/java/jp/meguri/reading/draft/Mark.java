package jp.meguri.reading.draft;

/**
 * A printed tag: 【重点】, [新規], [拡充].
 *
 * @param kind which one
 * @param span where it stands, brackets included
 */
public record Mark(Kind kind, Span span) {

	public enum Kind {

		PRIORITY, NEW, EXPANDED

	}

}
