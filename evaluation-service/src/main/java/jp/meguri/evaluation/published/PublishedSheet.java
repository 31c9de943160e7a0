package jp.meguri.evaluation.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.evaluation.release.CanonicalDocument;
import jp.meguri.evaluation.release.ReleaseDocument;
import jp.meguri.evaluation.release.ReleaseDocument.Entry;
import jp.meguri.evaluation.release.ReleaseDocument.Outcome;
import jp.meguri.evaluation.release.ReleaseDocument.Results;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.Tag;
import jp.meguri.events.evaluation.ReleaseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A release as the page shows it: in the city's official layout, years in wareki.
 *
 * @param pending whether results stand there as 【今年度末に記載】
 * @param superseded whether a newer edition has been published
 * @param ofPlan whether it is the sheet of a plan, which {@code unit} names then
 */
record PublishedSheet(String citySlug, String city, String fiscalYear, int year, String unitCode, String unit,
		String position, String holderName, String kind, int edition, String decisionDate, String documentNumber,
		String publishedOn, String sha256, boolean pending, boolean superseded, TextTree mission, TextTree policies,
		TextTree review, List<GoalRow> annualGoals, List<GoalRow> midTermGoals, boolean ofPlan) {

	static PublishedSheet of(CanonicalDocument canonical, boolean superseded) {
		ReleaseDocument document = CanonicalDocument.read(canonical.json());
		ReleaseDocument.MissionAndPolicies head = document.missionAndPolicies();
		return new PublishedSheet(document.city().slug(), document.city().name(),
				Wareki.fiscalYear(document.fiscalYear()), document.fiscalYear(), document.unit().code(),
				document.unit().name(), document.unit().position(), document.unit().holderName(),
				Labels.of(document.kind()), document.edition(), Wareki.date(document.decisionDate()),
				document.documentNumber(), Wareki.date(document.publishAt()), canonical.sha256(),
				document.kind() == ReleaseEvent.Kind.INITIAL, superseded,
				(head != null) ? TextTree.of(head.mission()) : TextTree.EMPTY,
				(head != null) ? TextTree.of(head.policies()) : TextTree.EMPTY,
				(head != null && head.review() != null) ? TextTree.of(head.review()) : TextTree.EMPTY,
				document.annualGoals().stream().map(GoalRow::of).toList(),
				document.midTermGoals().stream().map(GoalRow::of).toList(), document.plan() != null);
	}

	public String title() {
		return "%s %s %s（%s）".formatted(this.fiscalYear, this.unit, form(), this.kind);
	}

	/** What the sheet is called. */
	public String form() {
		return this.ofPlan ? "計画の取組" : "部局目標";
	}

	/**
	 * @param otherOutcomes outcomes of actions the goal no longer has
	 */
	record GoalRow(int number, String title, List<String> marks, @Nullable String leadSection,
			@Nullable Integer contributesTo, TextTree statement, TextTree actions, TextTree roadmap,
			TextTree achievements, TextTree directions, List<Plan> plans, List<TextTree.Node> otherOutcomes,
			List<Figure> figures, @Nullable Grade grade, @Nullable String nextStep, String code, List<Part> parts,
			List<String> targets, List<String> responsible, List<String> references, List<Part> resultParts) {

		static GoalRow of(ReleaseDocument.Goal goal) {
			Results results = goal.results();
			Map<UUID, Outcome> outcomes = (results != null) ? results.outcomes()
				.stream()
				.collect(Collectors.toMap(Outcome::action, Function.identity(), (first, second) -> first,
						LinkedHashMap::new))
					: Map.of();
			return new GoalRow(goal.number(), goal.title(), marks(goal), goal.leadSection(), goal.contributesTo(),
					TextTree.of(goal.statement(), outcomes), TextTree.of(goal.actions(), outcomes),
					TextTree.of(goal.roadmap(), outcomes), text(results, Results::achievements),
					text(results, Results::directions), goal.plans().stream().map(Plan::of).toList(),
					otherOutcomes(outcomes, goal),
					(results != null) ? results.figures().stream().map((figure) -> Figure.of(figure, goal)).toList()
							: List.of(),
					(results != null && results.grade() != null) ? Grade.of(results.grade()) : null,
					(results != null && results.nextStep() != null) ? Labels.of(results.nextStep()) : null, goal.code(),
					Part.of(new Part("趣旨・目的", TextTree.of(goal.purpose())),
							new Part("今後の取組方向", TextTree.of(goal.direction()))),
					goal.targets().stream().map((target) -> target.key() + target.text()).toList(),
					goal.responsible().stream().map(Labels::of).toList(), goal.references(),
					Part.of(new Part("取組状況", text(results, Results::progress)),
							new Part("課題・改善点", text(results, Results::issues)),
							new Part("取組工程に対する評価", text(results, Results::processEvaluation)),
							new Part("見直し、改善事項", text(results, Results::improvements))));
		}

		private static List<TextTree.Node> otherOutcomes(Map<UUID, Outcome> outcomes, ReleaseDocument.Goal goal) {
			Set<UUID> shown = Stream.of(goal.statement(), goal.actions(), goal.roadmap())
				.flatMap(List::stream)
				.map(Entry::id)
				.collect(Collectors.toSet());
			return outcomes.values()
				.stream()
				.filter((outcome) -> !shown.contains(outcome.action()))
				.map((outcome) -> new TextTree.Node("", "", List.of(), Labels.of(outcome), outcome.note(), List.of()))
				.toList();
		}

		private static TextTree text(@Nullable Results results, Function<Results, List<Entry>> part) {
			return (results != null) ? TextTree.of(part.apply(results)) : TextTree.EMPTY;
		}

		private static List<String> marks(ReleaseDocument.Goal goal) {
			List<String> marks = new ArrayList<>();
			for (Tag tag : goal.tags()) {
				marks.add(Labels.of(tag));
			}
			marks.removeIf(goal.title()::contains);
			return marks;
		}

	}

	/** A text that only some forms have, under its own name. */
	record Part(String label, TextTree text) {

		static List<Part> of(Part... parts) {
			return Stream.of(parts).filter((part) -> !part.text().isEmpty()).toList();
		}

	}

	record Plan(String name, List<Link> links) {

		static Plan of(ReleaseDocument.PlanDimension plan) {
			return new Plan(plan.name(),
					plan.links()
						.stream()
						.map((link) -> new Link(link.choice() == PlanLink.Choice.NO_LINK, link.code(), link.title()))
						.toList());
		}

	}

	/**
	 * @param none 該当なし
	 */
	record Link(boolean none, String code, String title) {
	}

	/**
	 * @param of the action it belongs to, empty for the goal
	 */
	record Figure(String of, String label, String value, String asOf, String certainty) {

		static Figure of(ReleaseDocument.Figure figure, ReleaseDocument.Goal goal) {
			String action = goal.actions()
				.stream()
				.filter((entry) -> entry.id().equals(figure.action()))
				.map((entry) -> entry.marker() + entry.text())
				.findFirst()
				.orElse("");
			return new Figure(action, figure.label(), figure.value(),
					(figure.asOf() != null) ? Wareki.date(figure.asOf()) : "", Labels.of(figure.certainty()));
		}

	}

	record Grade(String scheme, String code, String label, String definition, String comment) {

		static Grade of(ReleaseDocument.Grade grade) {
			return new Grade(grade.scheme(), grade.code(), grade.label(), grade.definition(), grade.comment());
		}

	}

}
