package jp.meguri.workbook;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.Round;

/**
 * A whole goal sheet (目標シート) with its results.
 *
 * @param id the sheet
 * @param unit the department or section it belongs to
 * @param fiscalYear the fiscal year
 * @param goals its parts in the order of their kinds
 */
public record SheetContent(UUID id, UUID unit, int fiscalYear, List<Goal> goals) {

	public SheetContent {
		goals = goals.stream().sorted(Comparator.comparing(Goal::kind)).toList();
	}

	/**
	 * One part of the sheet.
	 *
	 * @param id the goal
	 * @param kind which part it is
	 * @param number 1..n within its kind
	 * @param revision the revision of this content; 0 for a goal that is new
	 * @param content what it says
	 * @param reports what was reported on it, in the order given
	 */
	public record Goal(UUID id, GoalKind kind, int number, long revision, GoalContent content, List<Report> reports) {

		public Goal {
			reports = List.copyOf(reports);
		}

	}

	/**
	 * One report on a goal.
	 *
	 * @param id the report
	 * @param round the round it belongs to; a goal has at most one report per round
	 * @param revision the revision of this content; 0 for a report that is new
	 * @param content what it says
	 */
	public record Report(UUID id, Round round, long revision, ReportContent content) {
	}

}
