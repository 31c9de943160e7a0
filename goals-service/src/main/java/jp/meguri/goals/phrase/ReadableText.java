package jp.meguri.goals.phrase;

import java.util.UUID;

/**
 * A text of a goal in which times and values may stand.
 *
 * @param block its block, or its target
 */
public record ReadableText(UUID block, String text) {
}
