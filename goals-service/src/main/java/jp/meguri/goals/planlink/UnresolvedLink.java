package jp.meguri.goals.planlink;

import java.util.UUID;
import jp.meguri.events.content.GoalKind;

/**
 * A link a planner has to decide about.
 *
 * @param ordinal place of the link in its goal
 * @param reason AS_PRINTED: the code was kept as a document prints it; NODE_GONE: no
 * edition of the year has that node any more
 */
record UnresolvedLink(UUID goal, UUID sheet, int fiscalYear, UUID unit, String unitName, GoalKind kind, int number,
		String goalTitle, UUID link, int ordinal, String dimension, String code, String title, Reason reason) {

	enum Reason {

		AS_PRINTED, NODE_GONE

	}

}
