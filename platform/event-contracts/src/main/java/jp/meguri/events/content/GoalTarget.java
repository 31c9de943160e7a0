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
 * @param indicator 指標: what is measured, shared by the targets of several goals; or null
 */
public record GoalTarget(UUID id, String key, @Nullable UUID cites, String text, @Nullable UUID indicator) {

	/** A target that is tied to no indicator. */
	public GoalTarget(UUID id, String key, @Nullable UUID cites, String text) {
		this(id, key, cites, text, null);
	}

	public GoalTarget withIndicator(@Nullable UUID changed) {
		return new GoalTarget(this.id, this.key, this.cites, this.text, changed);
	}

}
