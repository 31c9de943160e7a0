package jp.meguri.review;

import java.util.Set;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.ReviewState;

/**
 * A goal or a report as far as rights depend on it.
 *
 * @param municipality its city
 * @param owner the unit whose goal or report it is
 * @param state where it stands
 * @param namedUnits units the row names as lead or related (主管課・関係課)
 * @param mode whether its year is worked on or only registered (過年度登録)
 */
public record ReviewItem(UUID municipality, UUID owner, ReviewState state, Set<UUID> namedUnits, CycleMode mode) {

	public ReviewItem {
		namedUnits = Set.copyOf(namedUnits);
	}

	boolean isBackLoaded() {
		return this.mode == CycleMode.BACK_LOADING;
	}

}
