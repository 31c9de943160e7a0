package jp.meguri.events.content;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One paragraph or list entry. A text is a list of blocks in printed order; the level
 * makes it a tree (an entry belongs to the nearest entry above it with a smaller level).
 *
 * @param id stays the same through all revisions and years
 * @param level 0 for a paragraph, 1.. for list entries
 * @param marker the printed list marker such as ○, *, (1), ①; empty for none
 * @param text the text, byte for byte as given, without the marker
 * @param tags NEW (新規) or EXPANDED (拡充)
 * @param repeatOf the entry this one repeats (再掲)
 */
public record Block(UUID id, int level, String marker, String text, List<Tag> tags, @Nullable UUID repeatOf) {

	public Block {
		tags = List.copyOf(tags);
	}

	public static Block paragraph(UUID id, String text) {
		return new Block(id, 0, "", text, List.of(), null);
	}

	public static Block entry(UUID id, int level, String marker, String text) {
		return new Block(id, level, marker, text, List.of(), null);
	}

}
