package jp.meguri.goals.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at in a document, and whether somebody has.
 *
 * @param ordinal its place among the document's remarks, from 0
 * @param decision whether somebody has to decide
 * @param excerpt the words around the place
 * @param excerptSpan the place within the excerpt
 * @param resolvedBy name of who has seen to it, or null while it is open
 */
record ImportRemark(int ordinal, Place span, String key, String ja, String en, boolean decision, String excerpt,
		Place excerptSpan, boolean resolved, @Nullable String resolvedBy, @Nullable Instant resolvedAt) {
}
