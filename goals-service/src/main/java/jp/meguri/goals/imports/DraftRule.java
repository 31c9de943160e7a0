package jp.meguri.goals.imports;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import jp.meguri.goals.imports.ImportDraft.DraftGradeMeaning;
import jp.meguri.goals.imports.ImportDraft.DraftPlan;
import jp.meguri.goals.imports.ImportDraft.DraftScheme;
import jp.meguri.reading.layout.Width;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.web.TextRule;
import jp.meguri.web.Violations;

/**
 * What a corrected draft must be so that it can be kept. Whether its goals can be
 * registered is judged then, as for any goal.
 */
final class DraftRule {

	private static final int MOST_GOALS = 200;

	private static final int MOST_BLOCKS = 500;

	private static final TextRule TEXT = TextRule.body(10_000);

	private static final TextRule MARKER = TextRule.line(20);

	private static final TextRule NAME = TextRule.name(200);

	private static final TextRule LINE = TextRule.line(200);

	private static final TextRule TITLE = TextRule.line(300);

	private static final int MOST_NODES = 500;

	private static final int MOST_LEVELS = 9;

	private static final int MOST_UNITS = 300;

	private static final int MOST_GRADES = 20;

	private static final int MOST_INDICATORS = 1000;

	private final Violations violations = new Violations();

	private DraftRule() {
	}

	/** Refuses with 422 whatever is wrong. */
	static void check(@Nullable ImportDraft draft) {
		var rule = new DraftRule();
		rule.violations.required(draft, "/draft").refuse();
		if (draft != null) {
			rule.draft(draft);
		}
		rule.violations.refuse();
	}

	private void draft(ImportDraft draft) {
		blocks("/draft/mission", draft.mission());
		blocks("/draft/policies", draft.policies());
		blocks("/draft/review", draft.review());
		this.violations.check(draft.goals().size() <= MOST_GOALS, "/draft/goals", "too-many", MOST_GOALS);
		for (int i = 0; i < Math.min(draft.goals().size(), MOST_GOALS); i++) {
			goal("/draft/goals/" + i, draft.goals().get(i));
		}
		if (draft.plan() != null) {
			plan(draft.plan(), draft);
			indicators(draft);
		}
		each("/draft/organisation", draft.organisation(), MOST_UNITS, (at,
				unit) -> this.violations.text(unit.name(), at + "/name", NAME).required(unit.kind(), at + "/kind"));
		long names = draft.organisation()
			.stream()
			.map((unit) -> Width.key(Objects.requireNonNullElse(unit.name(), "")))
			.distinct()
			.count();
		this.violations.check(names == draft.organisation().size(), "/draft/organisation", "repeated");
	}

	// A draft's targets cite the draft's indicators.
	private void indicators(ImportDraft draft) {
		Set<UUID> ids = new HashSet<>();
		each("/draft/indicators", draft.indicators(), MOST_INDICATORS,
				(at, one) -> this.violations.required(one.id(), at + "/id")
					.check(ids.add(one.id()), at + "/id", "repeated")
					.required(one.name(), at + "/name")
					.text(one.name(), at + "/name", NAME)
					.required(one.unit(), at + "/unit")
					.text(one.unit(), at + "/unit", MARKER)
					.required(one.direction(), at + "/direction"));
		for (int i = 0; i < Math.min(draft.goals().size(), MOST_GOALS); i++) {
			GoalContent content = draft.goals().get(i).content();
			List<GoalTarget> targets = (content != null) ? content.targets() : List.of();
			for (int j = 0; j < targets.size(); j++) {
				UUID cited = targets.get(j).indicator();
				this.violations.check(cited == null || ids.contains(cited),
						"/draft/goals/%d/content/targets/%d/indicator".formatted(i, j), "unknown-indicator");
			}
		}
	}

	private void plan(DraftPlan plan, ImportDraft draft) {
		this.violations.text(plan.name(), "/draft/plan/name", LINE)
			.text(plan.editionName(), "/draft/plan/editionName", LINE)
			.text(plan.dimension(), "/draft/plan/dimension", LINE);
		each("/draft/plan/levelNames", plan.levelNames(), MOST_LEVELS,
				(at, name) -> this.violations.text(name, at, LINE));
		Set<UUID> above = new HashSet<>();
		each("/draft/plan/nodes", plan.nodes(), MOST_NODES, (at, node) -> {
			this.violations.check(node.parent() == null || above.contains(node.parent()), at + "/parent", "invalid")
				.required(node.id(), at + "/id")
				.check(above.add(node.id()), at + "/id", "repeated")
				.check(node.level() >= 1 && node.level() <= MOST_LEVELS, at + "/level", "invalid")
				.text(node.code(), at + "/code", LINE)
				.text(node.title(), at + "/title", TITLE)
				.text(node.note(), at + "/note", TITLE);
		});
		for (int i = 0; i < Math.min(draft.goals().size(), MOST_GOALS); i++) {
			UUID node = draft.goals().get(i).node();
			this.violations.check(node == null || above.contains(node), "/draft/goals/" + i + "/node", "invalid");
		}
		if (plan.gradingScheme() != null) {
			grades(plan.gradingScheme());
		}
		each("/draft/plan/glossary", plan.glossary(), MOST_NODES,
				(at, term) -> this.violations.text(term.term(), at + "/term", LINE)
					.text(term.definition(), at + "/definition", TEXT));
	}

	private void grades(DraftScheme scheme) {
		String at = "/draft/plan/gradingScheme";
		this.violations.required(scheme.id(), at + "/id").text(scheme.name(), at + "/name", NAME);
		each(at + "/grades", scheme.grades(), MOST_GRADES,
				(grade, of) -> this.violations.text(of.code(), grade + "/code", TextRule.name(20))
					.text(of.meaning(), grade + "/meaning", TITLE));
		long codes = scheme.grades().stream().map(DraftGradeMeaning::code).distinct().count();
		this.violations.check(codes == scheme.grades().size(), at + "/grades", "repeated");
	}

	private <T> void each(String at, List<T> all, int most, BiConsumer<String, T> check) {
		this.violations.check(all.size() <= most, at, "too-many", most);
		for (int i = 0; i < Math.min(all.size(), most); i++) {
			check.accept(at + "/" + i, all.get(i));
		}
	}

	private void goal(String at, DraftGoal goal) {
		this.violations.required(goal.id(), at + "/id")
			.required(goal.content(), at + "/content")
			.required(goal.result(), at + "/result")
			.check(goal.kind() == GoalKind.ANNUAL_GOAL || goal.kind() == GoalKind.MID_TERM_GOAL, at + "/kind",
					"choice");
		if (goal.result() != null) {
			blocks(at + "/result/achievements", goal.result().achievements());
			blocks(at + "/result/directions", goal.result().directions());
			blocks(at + "/result/progress", goal.result().progress());
			blocks(at + "/result/issues", goal.result().issues());
			blocks(at + "/result/processEvaluation", goal.result().processEvaluation());
			blocks(at + "/result/improvements", goal.result().improvements());
		}
	}

	private void blocks(String at, List<Block> blocks) {
		this.violations.check(blocks.size() <= MOST_BLOCKS, at, "too-many", MOST_BLOCKS);
		for (int i = 0; i < Math.min(blocks.size(), MOST_BLOCKS); i++) {
			Block block = blocks.get(i);
			this.violations.required(block.id(), at + "/" + i + "/id")
				.text(block.marker(), at + "/" + i + "/marker", MARKER)
				.text(block.text(), at + "/" + i + "/text", TEXT);
		}
	}

}
