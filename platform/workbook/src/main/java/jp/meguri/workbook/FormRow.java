package jp.meguri.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.Round;
import jp.meguri.workbook.SheetContent.Goal;
import jp.meguri.workbook.SheetContent.Report;

/**
 * One goal on a city's own form.
 *
 * @param table the table's name, as in {@link FormMapping.Table}
 * @param values what stands in each column; empty ones left out
 */
public record FormRow(String table, Map<FormField, String> values) {

	public FormRow {
		values = Map.copyOf(values);
	}

	/** A goal with its report of one round, entries on lines of their own. */
	public static FormRow of(String table, Goal goal, Round round) {
		GoalContent content = goal.content();
		Map<FormField, String> values = new EnumMap<>(FormField.class);
		values.put(FormField.NUMBER, String.valueOf(goal.number()));
		values.put(FormField.TITLE, content.title());
		values.put(FormField.ACTIONS, lines(content.actions()));
		values.put(FormField.STATEMENT, lines(content.statement()));
		values.put(FormField.ROADMAP, lines(content.roadmap()));
		values.put(FormField.PURPOSE, lines(content.purpose()));
		values.put(FormField.LEAD_SECTION, leads(content));
		values.put(FormField.TARGETS, targets(content));
		values.put(FormField.COMPREHENSIVE_PLAN, links(content, "comprehensive-plan"));
		values.put(FormField.BASIC_POLICY, links(content, "basic-policy"));
		Optional<ReportContent> report = goal.reports()
			.stream()
			.filter((each) -> each.round() == round)
			.map(Report::content)
			.findFirst();
		report.ifPresent((each) -> {
			values.put(FormField.ACHIEVEMENTS, lines(each.achievements()));
			values.put(FormField.DIRECTIONS, lines(each.directions()));
			values.put(FormField.GRADE, (each.grade() != null) ? each.grade().code() : "");
			values.put(FormField.NEXT_STEP, (each.nextStep() != null) ? Words.NEXT_STEPS.of(each.nextStep()) : "");
		});
		values.values().removeIf(String::isEmpty);
		return new FormRow(table, values);
	}

	private static String lines(List<Block> blocks) {
		return String.join("\n",
				blocks.stream()
					.map((block) -> "　".repeat(Math.max(0, block.level() - 1)) + block.marker() + block.text())
					.toList());
	}

	/** Who leads, as printed; sections that take part have no column. */
	private static String leads(GoalContent content) {
		return String.join("\n",
				content.responsibilities()
					.stream()
					.filter((each) -> each.role() != Responsibility.Role.RELATED)
					.map(Responsibility::name)
					.toList());
	}

	private static String targets(GoalContent content) {
		return String.join("\n",
				content.targets().stream().map((target) -> (target.key() + " " + target.text()).strip()).toList());
	}

	private static String links(GoalContent content, String dimension) {
		List<String> lines = new ArrayList<>();
		for (PlanLink link : content.links()) {
			if (link.dimension().equals(dimension)) {
				lines.add((link.choice() == PlanLink.Choice.NO_LINK) ? Words.CHOICES.of(link.choice())
						: (link.code() + " " + link.title()).strip());
			}
		}
		return String.join("\n", lines);
	}

}
