package jp.meguri.goals.imports;

import java.util.List;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReportContent.NextStep;
import jp.meguri.goals.indicator.Indicator.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What will be registered; people may correct it before.
 *
 * @param mission 部局の使命
 * @param policies 取り組み方針
 * @param review 取り組みの総括
 * @param goals the goals in document order
 * @param plan the plan a document is about, or null for a department's sheet
 * @param organisation the sections and bodies a plan's document names, each once
 * @param indicators the indicators (指標) of a plan's targets, each once; the targets of
 * the draft cite these, not those of the city
 */
record ImportDraft(List<Block> mission, List<Block> policies, List<Block> review, List<DraftGoal> goals,
		@Nullable DraftPlan plan, List<DraftUnit> organisation, List<DraftIndicator> indicators) {

	ImportDraft {
		mission = List.copyOf(mission);
		policies = List.copyOf(policies);
		review = List.copyOf(review);
		goals = List.copyOf(goals);
		organisation = copyOrEmpty(organisation);
		indicators = copyOrEmpty(indicators);
	}

	/** A draft whose targets cite no indicators. */
	ImportDraft(List<Block> mission, List<Block> policies, List<Block> review, List<DraftGoal> goals,
			@Nullable DraftPlan plan, List<DraftUnit> organisation) {
		this(mission, policies, review, goals, plan, organisation, List.of());
	}

	ImportDraft withIndicators(List<DraftIndicator> changed) {
		return new ImportDraft(this.mission, this.policies, this.review, this.goals, this.plan, this.organisation,
				changed);
	}

	/** Drafts that were stored before plans could be read lack their parts. */
	private static <T> List<T> copyOrEmpty(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

	/**
	 * @param id names it in the draft and in the places of the source
	 * @param number of a department's goal the number as printed, of a plan's row its
	 * place in the document
	 * @param node the node of the plan it stands under, or null where it cannot be told
	 */
	record DraftGoal(UUID id, GoalKind kind, int number, GoalContent content, DraftResult result, @Nullable UUID node) {
	}

	/**
	 * @param achievements 取組みを行った内容・成果
	 * @param directions 課題・今後の方向性
	 * @param progress 取組状況
	 * @param issues 課題・改善点
	 * @param processEvaluation 取組工程に対する評価
	 * @param improvements 見直し、改善事項
	 * @param grade 達成度 or 評価, or null where there is none or it cannot be tied
	 * @param nextStep 今後の方針, or null where there is none or it cannot be tied
	 */
	record DraftResult(List<Block> achievements, List<Block> directions, List<Block> progress, List<Block> issues,
			List<Block> processEvaluation, List<Block> improvements, @Nullable DraftGrade grade,
			@Nullable NextStep nextStep) {

		DraftResult {
			achievements = List.copyOf(achievements);
			directions = List.copyOf(directions);
			progress = copyOrEmpty(progress);
			issues = copyOrEmpty(issues);
			processEvaluation = copyOrEmpty(processEvaluation);
			improvements = copyOrEmpty(improvements);
		}

		/** The results of a department's goal. */
		DraftResult(List<Block> achievements, List<Block> directions) {
			this(achievements, directions, List.of(), List.of(), List.of(), List.of(), null, null);
		}

		boolean isEmpty() {
			return this.achievements.isEmpty() && this.directions.isEmpty() && this.progress.isEmpty()
					&& this.issues.isEmpty() && this.processEvaluation.isEmpty() && this.improvements.isEmpty()
					&& this.grade == null && this.nextStep == null;
		}

	}

	/**
	 * @param code the grade as a plain letter
	 */
	record DraftGrade(String code) {
	}

	/**
	 * A plan as its document describes it; what the document does not say is empty and
	 * given by the person who registers it.
	 *
	 * @param name e.g. 行政改革実施計画
	 * @param dimension the plan's dimension in links: a proposal by the kind of document
	 * @param editionName e.g. 第3次
	 * @param levelNames what the levels of the tree are called, from the top
	 * @param nodes parents before children, in printed order
	 * @param gradingScheme the legend of grades, or null where no grade is given
	 */
	record DraftPlan(String name, String dimension, String editionName, @Nullable Integer firstYear,
			@Nullable Integer lastYear, List<String> levelNames, List<DraftNode> nodes,
			@Nullable DraftScheme gradingScheme, List<DraftTerm> glossary) {

		DraftPlan {
			levelNames = List.copyOf(levelNames);
			nodes = List.copyOf(nodes);
			glossary = List.copyOf(glossary);
		}

	}

	/**
	 * @param level 1 for the top
	 * @param path the code as numbers; empty without a code
	 * @param note what stands beside the title, empty for none
	 */
	record DraftNode(UUID id, @Nullable UUID parent, int level, List<Integer> path, String code, String title,
			String note) {

		DraftNode {
			path = List.copyOf(path);
		}

	}

	/**
	 * @param grades best first
	 */
	record DraftScheme(UUID id, String name, List<DraftGradeMeaning> grades) {

		DraftScheme {
			grades = List.copyOf(grades);
		}

	}

	record DraftGradeMeaning(String code, String meaning) {
	}

	record DraftTerm(String term, String definition) {
	}

	/**
	 * A section or body as the document names it.
	 *
	 * @param unit the unit of the city office it is: proposed where exactly one has this
	 * name, chosen by a person, or null
	 * @param create whether a unit of this name shall be created
	 * @param kind as what it would be created
	 * @param group whether it names no unit but a selection (全ての課等)
	 */
	record DraftUnit(String name, @Nullable UUID unit, boolean create, UnitKind kind, boolean group) {
	}

	/**
	 * An indicator as the document names it.
	 *
	 * @param id names it in the draft
	 * @param unit the base unit of its targets
	 * @param indicator the city's indicator it is: proposed where name and unit agree
	 * exactly, chosen by a person, or null
	 * @param create whether it shall be added to the city's; otherwise, without an
	 * indicator, its targets are tied to none
	 */
	record DraftIndicator(UUID id, String name, String unit, Direction direction, @Nullable UUID indicator,
			boolean create) {

		DraftIndicator tiedTo(UUID known) {
			return new DraftIndicator(this.id, this.name, this.unit, this.direction, known, false);
		}

	}

}
