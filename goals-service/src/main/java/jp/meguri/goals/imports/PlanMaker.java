package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.meguri.database.Ids;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.ReportContent.NextStep;
import jp.meguri.events.content.Responsibility;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.goals.imports.ImportDraft.DraftGrade;
import jp.meguri.goals.imports.ImportDraft.DraftGradeMeaning;
import jp.meguri.goals.imports.ImportDraft.DraftNode;
import jp.meguri.goals.imports.ImportDraft.DraftPlan;
import jp.meguri.goals.imports.ImportDraft.DraftResult;
import jp.meguri.goals.imports.ImportDraft.DraftScheme;
import jp.meguri.goals.imports.ImportDraft.DraftTerm;
import jp.meguri.goals.imports.ImportDraft.DraftUnit;
import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.GradeDraft;
import jp.meguri.reading.draft.CommitmentDraft.NextStepDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.CommitmentDraft.PhaseDraft;
import jp.meguri.reading.draft.CommitmentDraft.ResponsibilityDraft;
import jp.meguri.reading.draft.CommitmentDraft.TargetDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.layout.Width;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was read of a plan's document into a draft: the plan's tree, one goal per
 * row, and the sections that are named. Items of several years become mid-term goals,
 * rows of a year annual ones (domain guide 3.2).
 */
final class PlanMaker {

	private static final Pattern PLAN = Pattern.compile("計画|プラン|大綱|戦略|構想|ビジョン|指針|プログラム");

	private final Reading reading;

	private final PlanDraft plan;

	private final BlockMaker blocks;

	private final Map<Integer, UUID> nodeAt = new HashMap<>();

	private final IndicatorMaker indicators = new IndicatorMaker();

	PlanMaker(Reading reading, PlanDraft plan, BlockMaker blocks) {
		this.reading = reading;
		this.plan = plan;
		this.blocks = blocks;
	}

	ImportDraft draft() {
		this.plan.nodes().forEach((node) -> this.nodeAt.put(node.at(), Ids.next()));
		this.plan.commitments().forEach(this::nameBlocks);
		List<DraftGoal> goals = IntStream.range(0, this.plan.commitments().size())
			.mapToObj((i) -> goal(this.plan.commitments().get(i), i + 1))
			.toList();
		return new ImportDraft(this.blocks.blocks(this.reading.mission()), this.blocks.blocks(this.reading.policies()),
				this.blocks.blocks(this.reading.review()), goals, plan(), organisation(), this.indicators.found());
	}

	private void nameBlocks(CommitmentDraft row) {
		row.texts().values().forEach(this.blocks::name);
		row.phases().forEach((phase) -> this.blocks.name(phase.actions()));
	}

	private DraftPlan plan() {
		Integer year = this.reading.fiscalYear().value();
		return new DraftPlan(planName(), dimension(), "", year, null, levelNames(),
				this.plan.nodes().stream().map(this::node).toList(), scheme(),
				this.plan.glossary()
					.stream()
					.map((term) -> term(term.mark(), term.term(), term.definition()))
					.toList());
	}

	/**
	 * The first line above the plan that names a plan; a person gives the name otherwise.
	 */
	private String planName() {
		return this.reading.header()
			.captions()
			.stream()
			.map((caption) -> caption.text().replace('\n', ' '))
			.filter((caption) -> PLAN.matcher(caption).find())
			.findFirst()
			.orElse("");
	}

	private String dimension() {
		return (this.reading.family() == Reading.Family.PLAN_PROGRESS) ? "welfare-plan" : "reform-plan";
	}

	private List<String> levelNames() {
		int deepest = this.plan.nodes().stream().mapToInt(NodeDraft::level).max().orElse(0);
		return IntStream.rangeClosed(1, deepest)
			.mapToObj((level) -> this.plan.nodes()
				.stream()
				.filter((node) -> node.level() == level && !node.levelName().isEmpty())
				.map(NodeDraft::levelName)
				.findFirst()
				.orElse(""))
			.toList();
	}

	private DraftNode node(NodeDraft node) {
		UUID id = this.nodeAt.get(node.at());
		UUID parent = (node.parent() != null) ? this.nodeAt.get(node.parent()) : null;
		String code = node.code().text().replace('\n', ' ');
		String title = this.blocks.line(id + "/title", node.title());
		String note = this.blocks.line(id + "/note", node.notes().toArray(Passage[]::new));
		List<Place> all = Stream.of(List.of(node.code(), node.title()), node.notes())
			.flatMap(List::stream)
			.flatMap((passage) -> Place.of(passage.spans()).stream())
			.toList();
		this.blocks.place(id.toString(), all);
		return new DraftNode(id, parent, node.level(), node.path(), code, title, note);
	}

	private DraftTerm term(Passage mark, Passage term, Passage definition) {
		return new DraftTerm((term.isEmpty() ? mark : term).text().replace('\n', ' '), definition.text());
	}

	/**
	 * The legend; a letter that is used and not explained has no meaning.
	 */
	private @Nullable DraftScheme scheme() {
		Map<String, String> meanings = new LinkedHashMap<>();
		this.plan.grades().forEach((legend) -> meanings.put(legend.code(), legend.meaning().text().replace('\n', ' ')));
		this.plan.commitments()
			.stream()
			.map(CommitmentDraft::grade)
			.flatMap(Stream::ofNullable)
			.map(GradeDraft::code)
			.sorted()
			.forEach((code) -> meanings.putIfAbsent(code, ""));
		if (meanings.isEmpty()) {
			return null;
		}
		String name = (this.reading.family() == Reading.Family.PDCA_RESULTS) ? "取組達成度" : "評価";
		return new DraftScheme(Ids.next(), name,
				meanings.entrySet().stream().map((e) -> new DraftGradeMeaning(e.getKey(), e.getValue())).toList());
	}

	/** Each name once; which unit it is, is proposed when the city is known. */
	private List<DraftUnit> organisation() {
		Map<String, DraftUnit> byName = new LinkedHashMap<>();
		this.plan.commitments()
			.stream()
			.flatMap((row) -> row.responsibilities().stream())
			.forEach((named) -> byName.putIfAbsent(Width.key(named.name().text()), unit(named)));
		return List.copyOf(byName.values());
	}

	private static DraftUnit unit(ResponsibilityDraft named) {
		String name = named.name().text().replace('\n', ' ');
		return new DraftUnit(name, null, false, named.group() ? UnitKind.SECTION_GROUP : kindOf(name), named.group());
	}

	/** By the name's last character; a proposal. */
	private static UnitKind kindOf(String name) {
		if (name.endsWith("区役所")) {
			return UnitKind.WARD_OFFICE;
		}
		if (name.endsWith("出張所")) {
			return UnitKind.BRANCH_OFFICE;
		}
		if (name.endsWith("会")) {
			return UnitKind.EXTERNAL_BODY;
		}
		return (name.endsWith("部") || name.endsWith("局")) ? UnitKind.DEPARTMENT : UnitKind.SECTION;
	}

	private DraftGoal goal(CommitmentDraft row, int number) {
		UUID id = Ids.next();
		boolean several = this.reading.family() == Reading.Family.REFORM_PLAN;
		GoalContent content = content(id, row, several);
		DraftGoal goal = new DraftGoal(id, several ? GoalKind.MID_TERM_GOAL : GoalKind.ANNUAL_GOAL, number, content,
				result(id, row), (row.node() != null) ? this.nodeAt.get(row.node()) : null);
		this.blocks.place(id.toString(), Place.of(row.title().spans()));
		return goal;
	}

	private GoalContent content(UUID id, CommitmentDraft row, boolean several) {
		String code = this.blocks.line(id + "/number", row.number());
		String title = this.blocks.line(id + "/title", row.title());
		List<String> references = IntStream.range(0, row.references().size())
			.mapToObj((i) -> this.blocks.line(id + "/references/" + i, row.references().get(i)))
			.toList();
		return new GoalContent(title, List.of(), List.of(), List.of(), List.of(), actions(row), roadmap(row), List.of(),
				null, null, this.blocks.blocks(row.text(Part.PURPOSE)), this.blocks.blocks(row.text(Part.DIRECTION)),
				row.targets().stream().map(this::target).toList(),
				row.responsibilities().stream().map(this::responsibility).toList(), references, List.of(), code);
	}

	/**
	 * The actions with the phases below the initiative they belong to, as they stand in
	 * the document.
	 */
	private List<Block> actions(CommitmentDraft row) {
		List<Placed> all = new ArrayList<>();
		List<Entry> entries = row.text(Part.ACTIONS);
		entries.forEach((entry) -> all.add(new Placed(entry.at(), this.blocks.block(entry, entry.level()))));
		for (PhaseDraft phase : row.phases()) {
			entries.stream()
				.filter((entry) -> phase.under() != null && phase.under() == entry.at())
				.findFirst()
				.ifPresent((initiative) -> all.addAll(phase(phase, initiative.level() + 1)));
		}
		return all.stream().sorted(Comparator.comparingInt(Placed::at)).map(Placed::block).toList();
	}

	/** The phases of the row itself. */
	private List<Block> roadmap(CommitmentDraft row) {
		List<Integer> initiatives = row.text(Part.ACTIONS).stream().map(Entry::at).toList();
		return row.phases()
			.stream()
			.filter((phase) -> phase.under() == null || !initiatives.contains(phase.under()))
			.flatMap((phase) -> phase(phase, 0).stream())
			.map(Placed::block)
			.toList();
	}

	private List<Placed> phase(PhaseDraft phase, int level) {
		List<Placed> all = new ArrayList<>();
		int below = level;
		if (!phase.period().isEmpty()) {
			UUID id = Ids.next();
			Block head = new Block(id, level, "", this.blocks.line(id.toString(), phase.period()), List.of(), null);
			all.add(new Placed(phase.period().span().start(), head));
			below++;
		}
		int top = phase.actions().stream().mapToInt(Entry::level).min().orElse(0);
		for (Entry action : phase.actions()) {
			all.add(new Placed(action.at(), this.blocks.block(action, below + action.level() - top)));
		}
		return all;
	}

	private GoalTarget target(TargetDraft target) {
		UUID id = Ids.next();
		String key = target.key().text().replace('\n', ' ');
		String text = this.blocks.text(id, target.text());
		return new GoalTarget(id, key, this.blocks.idAtOrNull(target.refersTo()), target.text().marker() + text,
				this.indicators.of(text));
	}

	private Responsibility responsibility(ResponsibilityDraft named) {
		UUID id = Ids.next();
		return new Responsibility(id, Responsibility.Role.valueOf(named.role().name()), null,
				this.blocks.line(id.toString(), named.name()), named.group());
	}

	private DraftResult result(UUID id, CommitmentDraft row) {
		GradeDraft grade = row.grade();
		NextStepDraft next = row.nextStep();
		if (grade != null) {
			this.blocks.place(id + "/grade", Place.of(grade.printed().spans()));
		}
		if (next != null) {
			this.blocks.place(id + "/nextStep", Place.of(next.printed().spans()));
		}
		return new DraftResult(List.of(), List.of(), this.blocks.blocks(row.text(Part.PROGRESS)),
				this.blocks.blocks(row.text(Part.ISSUES)), this.blocks.blocks(row.text(Part.PROCESS_EVALUATION)),
				this.blocks.blocks(row.text(Part.IMPROVEMENT)), (grade != null) ? new DraftGrade(grade.code()) : null,
				(next != null) ? NextStep.valueOf(next.step().name()) : null);
	}

	/**
	 * @param at where it stands in the source
	 */
	private record Placed(int at, Block block) {
	}

}
