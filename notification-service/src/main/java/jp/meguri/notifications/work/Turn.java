package jp.meguri.notifications.work;

import java.util.Optional;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.content.ReviewState;

/**
 * Whose turn it is in the first route (clerk, department head, planning division).
 */
public final class Turn {

	private Turn() {
	}

	public static Optional<RoleCode> of(ReviewState state) {
		return switch (state) {
			case NOT_STARTED, PENDING, DRAFT, RETURNED, AMENDING -> Optional.of(RoleCode.STAFF);
			case SECTION_REVIEW -> Optional.of(RoleCode.SECTION_HEAD);
			case COLLECTED -> Optional.of(RoleCode.COORDINATOR);
			case SUBMITTED -> Optional.of(RoleCode.HEAD);
			case APPROVED -> Optional.of(RoleCode.PLANNING);
			case NOT_OPEN, CONFIRMED, PUBLISHED_INITIAL, PUBLISHED_FINAL, CLOSED -> Optional.empty();
		};
	}

}
