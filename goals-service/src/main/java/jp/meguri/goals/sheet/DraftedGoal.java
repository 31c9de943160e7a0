package jp.meguri.goals.sheet;

import java.util.UUID;

/**
 * A goal that was just added.
 */
public record DraftedGoal(UUID id, UUID sheet, long revision) {
}
