package jp.meguri.goals.sheet;

import java.util.UUID;
import jp.meguri.events.content.ReviewState;

/**
 * How many goals of a sheet are in one state, as far as the reader may see them.
 */
record StateCount(UUID sheet, UUID unit, ReviewState state, long goals) {
}
