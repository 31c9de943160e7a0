package jp.meguri.reading.draft;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One paragraph or list entry; it belongs to the nearest entry above it with a smaller
 * level.
 *
 * @param level 0 for a paragraph, 1.. for list entries
 * @param marker the printed marker such as ○, *, (1), ①; empty for none
 * @param markerSpan where the marker stands, or null for none
 * @param text the text behind the marker; empty where an entry has only sub-entries
 * @param tags 新規 or 拡充, as found inside the text
 * @param at offset at which the entry begins: its identity within the draft
 * @param repeatOf {@code at} of the entry this one repeats (再掲), or null
 */
public record Entry(int level, String marker, @Nullable Span markerSpan, Passage text, List<Mark> tags, int at,
		@Nullable Integer repeatOf) {

	public Entry {
		tags = List.copyOf(tags);
	}

	public Entry repeating(int original) {
		return new Entry(this.level, this.marker, this.markerSpan, this.text, this.tags, this.at, original);
	}

	Entry asParagraph() {
		return new Entry(0, "", null, this.text, this.tags, this.at, this.repeatOf);
	}

	/** The same entries as plain paragraphs, without their list signs. */
	public static List<Entry> paragraphs(List<Entry> entries) {
		return entries.stream().map(Entry::asParagraph).toList();
	}

}
