package jp.meguri.goals.sheet;

import java.util.Map;
import java.util.UUID;
import jp.meguri.events.content.ReviewState;

/**
 * The sheet of a plan in a list: 「確定 4／6」. Counts what the reader may see.
 */
record PlanSheetSummary(UUID id, UUID edition, String planName, String name, int fiscalYear,
		Map<ReviewState, Long> counts, long confirmed, long total) {
}
