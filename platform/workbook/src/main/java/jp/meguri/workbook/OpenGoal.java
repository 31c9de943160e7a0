package jp.meguri.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.PhraseDecision;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReportContent.ActionOutcome;
import jp.meguri.events.content.ReportContent.Figure;
import jp.meguri.events.content.ReportContent.Grade;
import jp.meguri.events.content.ReportContent.NextStep;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.Round;
import jp.meguri.events.content.Tag;
import jp.meguri.workbook.SheetContent.Goal;
import jp.meguri.workbook.SheetContent.Report;

/**
 * A goal while its rows are read.
 */
final class OpenGoal {

	private final UUID id;

	private final GoalKind kind;

	private final int number;

	private final TableRow title;

	private final List<Tag> tags;

	private final Map<Field, List<Block>> blocks = new EnumMap<>(Field.class);

	private final Map<Round, OpenReport> reports = new LinkedHashMap<>();

	private final List<PlanLink> links = new ArrayList<>();

	private final List<GoalTarget> targets = new ArrayList<>();

	private final List<Responsibility> responsibilities = new ArrayList<>();

	private final List<String> references = new ArrayList<>();

	private final List<PhraseDecision> readings = new ArrayList<>();

	private @Nullable UUID contributesTo;

	private @Nullable UUID leadSection;

	OpenGoal(UUID id, GoalKind kind, int number, TableRow title, List<Tag> tags) {
		this.id = id;
		this.kind = kind;
		this.number = number;
		this.title = title;
		this.tags = tags;
	}

	UUID id() {
		return this.id;
	}

	GoalKind kind() {
		return this.kind;
	}

	int number() {
		return this.number;
	}

	TableRow title() {
		return this.title;
	}

	void ties(@Nullable UUID contributesTo, @Nullable UUID leadSection) {
		this.contributesTo = contributesTo;
		this.leadSection = leadSection;
	}

	void add(Field field, Block block) {
		this.blocks.computeIfAbsent(field, (key) -> new ArrayList<>()).add(block);
	}

	void add(PlanLink link) {
		this.links.add(link);
	}

	void add(GoalTarget target) {
		this.targets.add(target);
	}

	void add(Responsibility responsibility) {
		this.responsibilities.add(responsibility);
	}

	void addReference(String reference) {
		this.references.add(reference);
	}

	void add(PhraseDecision reading) {
		this.readings.add(reading);
	}

	boolean hasReport(Round round) {
		return this.reports.containsKey(round);
	}

	void open(Round round, UUID id, long revision, @Nullable Grade grade, @Nullable NextStep nextStep) {
		this.reports.put(round, new OpenReport(id, round, revision, grade, nextStep));
	}

	/** The report of a round; one that has no row of its own is new. */
	OpenReport report(Round round, Identities ids) {
		return this.reports.computeIfAbsent(round, (key) -> new OpenReport(ids.next(), round, 0, null, null));
	}

	Goal close() {
		GoalContent content = new GoalContent(this.title.get(Heads.TEXT), this.tags, blocks(Field.MISSION),
				blocks(Field.POLICIES), blocks(Field.STATEMENT), blocks(Field.ACTIONS), blocks(Field.ROADMAP),
				this.links, this.contributesTo, this.leadSection, blocks(Field.PURPOSE), blocks(Field.DIRECTION),
				this.targets, this.responsibilities, this.references, this.readings, this.title.get(Heads.MARKER));
		return new Goal(this.id, this.kind, this.number, this.title.number(Heads.REVISION, 0), content,
				this.reports.values().stream().map(OpenReport::close).toList());
	}

	private List<Block> blocks(Field field) {
		return this.blocks.getOrDefault(field, List.of());
	}

	/**
	 * A report while its rows are read.
	 */
	static final class OpenReport {

		private final UUID id;

		private final Round round;

		private final long revision;

		private final @Nullable Grade grade;

		private final @Nullable NextStep nextStep;

		private final Map<Field, List<Block>> blocks = new EnumMap<>(Field.class);

		private final List<Placed> outcomes = new ArrayList<>();

		private final List<Figure> figures = new ArrayList<>();

		private OpenReport(UUID id, Round round, long revision, @Nullable Grade grade, @Nullable NextStep nextStep) {
			this.id = id;
			this.round = round;
			this.revision = revision;
			this.grade = grade;
			this.nextStep = nextStep;
		}

		void add(Field field, Block block) {
			this.blocks.computeIfAbsent(field, (key) -> new ArrayList<>()).add(block);
		}

		void add(Figure figure) {
			this.figures.add(figure);
		}

		void add(int order, ActionOutcome outcome) {
			this.outcomes.add(new Placed(order, outcome));
		}

		private Report close() {
			List<ActionOutcome> outcomes = this.outcomes.stream()
				.sorted(Comparator.comparingInt(Placed::order))
				.map(Placed::outcome)
				.toList();
			return new Report(this.id, this.round, this.revision,
					new ReportContent(blocks(Field.REVIEW), blocks(Field.ACHIEVEMENTS), blocks(Field.DIRECTIONS),
							outcomes, this.figures, this.grade, this.nextStep, blocks(Field.PROGRESS),
							blocks(Field.ISSUES), blocks(Field.PROCESS_EVALUATION), blocks(Field.IMPROVEMENTS)));
		}

		private List<Block> blocks(Field field) {
			return this.blocks.getOrDefault(field, List.of());
		}

		private record Placed(int order, ActionOutcome outcome) {
		}

	}

}
