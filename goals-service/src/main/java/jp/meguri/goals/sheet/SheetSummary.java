package jp.meguri.goals.sheet;

import java.util.Map;
import java.util.UUID;
import jp.meguri.events.content.ReviewState;
import jp.meguri.review.WhoseTurn;
import org.jspecify.annotations.Nullable;

/**
 * A sheet in a list: 「確定 4／6」, whose turn it is, until when. Counts what the reader may
 * see.
 *
 * @param id null while nobody has written anything
 * @param whoseTurn of the goals that are least far, or null where nothing is left to do
 */
record SheetSummary(@Nullable UUID id, int fiscalYear, UUID unit, String unitCode, String unitName,
		Map<ReviewState, Long> counts, long confirmed, long total, SheetView.Period window,
		@Nullable WhoseTurn whoseTurn) {
}
