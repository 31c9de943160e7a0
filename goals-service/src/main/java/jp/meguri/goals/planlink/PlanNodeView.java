package jp.meguri.goals.planlink;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node (政策・施策) to link to.
 *
 * @param path the code as digits, e.g. {@code 1-1-2}
 * @param code the code as the edition prints it
 * @param title null where it is unknown
 * @param linkable whether goals may link to it
 */
record PlanNodeView(UUID id, String dimension, String planName, UUID edition, String editionName, @Nullable UUID parent,
		String path, String code, @Nullable String title, boolean linkable) {
}
