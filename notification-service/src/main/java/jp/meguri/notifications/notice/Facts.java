package jp.meguri.notifications.notice;

import java.time.LocalDate;
import jp.meguri.notifications.work.WorkKind;
import org.jspecify.annotations.Nullable;

/**
 * What a notice is about; the sentence is made from it in the reader's language.
 *
 * @param unitName the department or section, or the plan whose sheet it is about
 * @param fiscalYear the fiscal year
 * @param what goals or results
 * @param title title of the item, empty where the notice is about several kinds
 * @param dueOn the due day, or null
 * @param by who caused the notice
 * @param text what that person wrote (a request), empty otherwise
 */
public record Facts(String unitName, int fiscalYear, WorkKind what, String title, @Nullable LocalDate dueOn, String by,
		String text) {
}
