package jp.meguri.notifications.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.content.ReviewState;
import jp.meguri.notifications.work.WorkKind;
import org.jspecify.annotations.Nullable;

/**
 * One line of 提出状況: a unit, and goals or the reports of a round.
 *
 * @param parent the department above, or null
 * @param round the round of reports, empty for goals
 * @param states how many stand where
 * @param turn whose turn it is, or null where nothing waits
 * @param turnNames who that is; empty where nobody holds the role
 * @param dueOn the last day, or null without a deadline
 * @param daysLate days after the last day while something is still owed by the unit; 0
 * otherwise
 * @param lastContact the latest request or note, or null
 */
record SubmissionLine(UUID unit, String unitName, @Nullable UUID parent, WorkKind kind, String round,
		Map<ReviewState, Long> states, int total, @Nullable RoleCode turn, List<String> turnNames,
		@Nullable LocalDate dueOn, long daysLate, @Nullable Contact lastContact) {
}
