package jp.meguri.events.content;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 目標 or 達成目標 of a goal of a plan, as printed; the figures are read from the text.
 *
 * @param id stays the same through all revisions
 * @param key which action it belongs to as printed, e.g. ア or イ(ア); empty for none
 * @param cites the action's block, or null where it belongs to the whole goal or cannot
 * be told
 * @param text the target's words with their list marker
 */
public record GoalTarget(UUID id, String key, @Nullable UUID cites, String text) {
}
