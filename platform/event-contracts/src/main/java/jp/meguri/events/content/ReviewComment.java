package jp.meguri.events.content;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A remark tied to a place in a goal or a report.
 *
 * @param id the comment
 * @param anchor the place: a block's id, or a field name such as {@code title}; null for
 * the whole
 * @param text what is said
 * @param author who said it
 * @param authorName the author's name at that time
 * @param revision revision of the item that was read
 * @param inReplyTo the comment this one answers
 * @param at when it was said
 */
public record ReviewComment(UUID id, @Nullable String anchor, String text, UUID author, String authorName,
		long revision, @Nullable UUID inReplyTo, Instant at) {
}
