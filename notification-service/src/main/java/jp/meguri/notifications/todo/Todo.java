package jp.meguri.notifications.todo;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param kind STAFF, RETURNED, BEGIN, HEAD or PLANNING: whose work it is
 * @param ja the sentence in Japanese
 * @param en the sentence in English
 * @param link page of the UI
 * @param unit the unit whose goals or reports wait; on a plan's sheet one of them
 * @param unitName its name in that year, or the plan's
 * @param fiscalYear the fiscal year
 * @param dueOn the last day, or null without one
 * @param count how many goals or reports
 */
record Todo(Kind kind, String ja, String en, String link, UUID unit, String unitName, int fiscalYear,
		@Nullable LocalDate dueOn, int count) {

	enum Kind {

		RETURNED, STAFF, BEGIN, HEAD, PLANNING

	}

}
