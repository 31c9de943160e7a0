package jp.meguri.reading.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.LinkDraft;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Span;

/**
 * One thing a reading says: these characters are this field of that owner.
 *
 * @param owner the goal, node or row, as its place in the reading; the sheet itself is -1
 * @param field the field, with its value where it has one (grade A, lead PRIMARY)
 * @param exact whether it is wrong unless all of it is right (a grade, a name, a number)
 * @param spans the characters
 */
record Fact(int owner, String field, boolean exact, List<Span> spans) {

	static final int SHEET = -1;

	/** Every character of the fact. */
	IntStream characters() {
		return this.spans.stream().flatMapToInt((span) -> IntStream.range(span.start(), span.end()));
	}

	static List<Fact> of(Reading reading) {
		Collector all = new Collector();
		all.add(SHEET, "unit", true, reading.header().unit());
		all.add(SHEET, "position", true, reading.header().position());
		all.add(SHEET, "holder", true, reading.header().holderName());
		all.entries(SHEET, "mission", reading.mission());
		all.entries(SHEET, "policies", reading.policies());
		all.entries(SHEET, "review", reading.review());
		for (int i = 0; i < reading.goals().size(); i++) {
			all.goal(i, reading.goals().get(i));
		}
		if (reading.plan() != null) {
			all.plan(reading.plan());
		}
		return all.facts;
	}

	private static final class Collector {

		private final List<Fact> facts = new ArrayList<>();

		void add(int owner, String field, boolean exact, @Nullable Passage passage) {
			if (passage != null && !passage.isEmpty()) {
				this.facts.add(new Fact(owner, field, exact, passage.spans()));
			}
		}

		void entries(int owner, String field, List<Entry> entries) {
			entries.forEach((entry) -> add(owner, field, false, entry.text()));
		}

		void goal(int owner, GoalDraft goal) {
			String horizon = goal.horizon().name();
			add(owner, horizon + " number", true, goal.printedNumber());
			add(owner, horizon + " title", true, goal.title());
			entries(owner, horizon + " body", goal.body());
			entries(owner, horizon + " roadmap", goal.roadmap());
			entries(owner, horizon + " achievements", goal.achievements());
			entries(owner, horizon + " directions", goal.directions());
			for (LinkDraft link : goal.links()) {
				String code = link.dimension()
						+ link.path().stream().map(String::valueOf).collect(Collectors.joining("-"));
				add(owner, horizon + " link " + code, true, link.code());
				add(owner, horizon + " link title", true, link.title());
			}
		}

		void plan(PlanDraft plan) {
			int owner = 0;
			for (PlanDraft.NodeDraft node : plan.nodes()) {
				add(owner, "node code " + node.level(), true, node.code());
				add(owner, "node title " + node.level(), true, node.title());
				owner++;
			}
			for (CommitmentDraft row : plan.commitments()) {
				row(owner++, row);
			}
			plan.grades().forEach((grade) -> add(SHEET, "legend " + grade.code(), false, grade.meaning()));
			plan.glossary().forEach((term) -> add(SHEET, "definition", false, term.definition()));
		}

		private void row(int owner, CommitmentDraft row) {
			add(owner, "number", true, row.number());
			add(owner, "row title", true, row.title());
			row.responsibilities().forEach((one) -> add(owner, one.role().name(), true, one.name()));
			row.references().forEach((reference) -> add(owner, "reference", false, reference));
			for (Map.Entry<Part, List<Entry>> part : row.texts().entrySet()) {
				entries(owner, part.getKey().name(), part.getValue());
			}
			row.targets().forEach((target) -> add(owner, "target", false, target.text().text()));
			row.phases().forEach((phase) -> {
				add(owner, "period", true, phase.period());
				entries(owner, "phase", phase.actions());
			});
			if (row.grade() != null) {
				add(owner, "grade " + row.grade().code(), true, row.grade().printed());
			}
			if (row.nextStep() != null) {
				add(owner, "next step " + row.nextStep().step(), true, row.nextStep().printed());
			}
		}

	}

}
