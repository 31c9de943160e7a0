package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PlanLink;
import jp.meguri.goals.imports.Comparison.Compared;
import jp.meguri.goals.imports.Comparison.Status;
import jp.meguri.review.Can;
import org.jspecify.annotations.Nullable;

/**
 * What registering a workbook of ours would do, goal by goal, as of now.
 *
 * @param unit whose sheet is updated
 * @param unchanged whether there is nothing to do (変更なし)
 */
record ComparisonView(UUID unit, int fiscalYear, boolean unchanged, List<GoalRow> goals) {

	static ComparisonView of(UUID unit, int fiscalYear, Comparison comparison) {
		return new ComparisonView(unit, fiscalYear, comparison.isUnchanged(),
				comparison.goals().stream().map(GoalRow::of).toList());
	}

	/**
	 * @param id the goal, or for a new one its id in the draft
	 * @param title as the sheet has it, of a new one as the workbook does
	 * @param revision the revision on the sheet now, or null for none
	 * @param baseRevision the revision the workbook was written from, or null for none
	 * @param fields the fields that differ
	 * @param edit whether the reader may edit the goal now, or null where nothing is to
	 * be edited
	 */
	record GoalRow(UUID id, GoalKind kind, int number, String title, Status status, @Nullable Long revision,
			@Nullable Long baseRevision, List<FieldRow> fields, @Nullable Can edit) {

		static GoalRow of(Compared goal) {
			GoalContent before = (goal.there() != null) ? goal.there().content() : null;
			GoalContent shown = (before != null) ? before
					: (goal.content() != null) ? goal.content() : GoalContent.EMPTY;
			boolean differs = List.of(Status.NEW, Status.CHANGED, Status.CONFLICT).contains(goal.status());
			return new GoalRow(goal.id(), goal.kind(), goal.number(), shown.title(), goal.status(),
					(goal.there() != null) ? Long.valueOf(goal.there().revision()) : null,
					(goal.base() != null) ? Long.valueOf(goal.base().revision()) : null,
					(differs && goal.content() != null)
							? fields((before != null) ? before : GoalContent.EMPTY, goal.content()) : List.of(),
					(differs && goal.there() != null) ? goal.there().edit() : null);
		}

		private static List<FieldRow> fields(GoalContent before, GoalContent after) {
			List<FieldRow> fields = new ArrayList<>();
			for (FieldName field : FieldName.values()) {
				if (!field.value.apply(before).equals(field.value.apply(after))) {
					fields.add(new FieldRow(field, field.lines(before), field.lines(after)));
				}
			}
			return fields;
		}

	}

	/**
	 * One field on the sheet and in the workbook, line by line.
	 */
	record FieldRow(FieldName field, List<String> before, List<String> after) {
	}

	/**
	 * The fields of a goal that a workbook holds.
	 */
	enum FieldName {

		CODE((goal) -> List.of(goal.code())), TITLE((goal) -> List.of(goal.title())), TAGS(GoalContent::tags),
		MISSION(GoalContent::mission), POLICIES(GoalContent::policies), PURPOSE(GoalContent::purpose),
		STATEMENT(GoalContent::statement), ACTIONS(GoalContent::actions), ROADMAP(GoalContent::roadmap),
		DIRECTION(GoalContent::direction), TARGETS(GoalContent::targets), LINKS(GoalContent::links),
		CONTRIBUTES_TO((goal) -> (goal.contributesTo() != null) ? List.of(goal.contributesTo()) : List.of()),
		LEAD_SECTION((goal) -> (goal.leadSection() != null) ? List.of(goal.leadSection()) : List.of()),
		RESPONSIBILITIES(GoalContent::responsibilities), REFERENCES(GoalContent::references),
		READINGS(GoalContent::readings);

		private final Function<GoalContent, List<?>> value;

		FieldName(Function<GoalContent, List<?>> value) {
			this.value = value;
		}

		/** As people read it. */
		List<String> lines(GoalContent goal) {
			return switch (this) {
				case TARGETS -> goal.targets().stream().map((target) -> target.key() + target.text()).toList();
				case RESPONSIBILITIES ->
					goal.responsibilities().stream().map((responsible) -> responsible.name()).toList();
				case READINGS -> goal.readings().stream().map((reading) -> reading.phrase()).toList();
				default -> this.value.apply(goal).stream().map(FieldName::line).toList();
			};
		}

		private static String line(Object value) {
			if (value instanceof Block block) {
				return "　".repeat(Math.max(0, block.level() - 1)) + block.marker() + block.text();
			}
			if (value instanceof PlanLink link) {
				return (link.code() + " " + link.title()).strip();
			}
			return value.toString();
		}

	}

}
