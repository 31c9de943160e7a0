package jp.meguri.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PhraseDecision;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent.ActionOutcome;
import jp.meguri.events.content.ReportContent.Figure;
import jp.meguri.events.content.ReportContent.Grade;
import jp.meguri.events.content.Round;
import jp.meguri.workbook.SheetContent.Goal;
import jp.meguri.workbook.SheetContent.Report;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes a goal sheet as Meguri's workbook.
 */
final class WorkbookWriter {

	private static final String VERSION = "1.0";

	private final SheetContent sheet;

	private final SheetNames names;

	private final List<Round> rounds;

	private final Map<UUID, Goal> goals = new HashMap<>();

	private final Map<UUID, String> texts = new HashMap<>();

	private final TableSheet links = new TableSheet(Sheets.LINKS, Heads.links());

	private final TableSheet reports = new TableSheet(Sheets.REPORTS, Heads.reports());

	private final TableSheet figures = new TableSheet(Sheets.FIGURES, Heads.figures());

	private final TableSheet targets = new TableSheet(Sheets.TARGETS, Heads.targets());

	private final TableSheet responsibilities = new TableSheet(Sheets.RESPONSIBILITIES, Heads.responsibilities());

	private final TableSheet references = new TableSheet(Sheets.REFERENCES, Heads.references());

	private final TableSheet readings = new TableSheet(Sheets.READINGS, Heads.readings());

	WorkbookWriter(SheetContent sheet, SheetNames names) {
		this.sheet = sheet;
		this.names = names;
		List<Round> used = sheet.goals()
			.stream()
			.flatMap((goal) -> goal.reports().stream())
			.map(Report::round)
			.distinct()
			.sorted()
			.toList();
		this.rounds = used.isEmpty() ? List.of(Round.YEAR_END) : used;
		sheet.goals().forEach((goal) -> this.goals.put(goal.id(), goal));
	}

	byte[] write() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(bytes, "Meguri", VERSION)) {
			workbook.setGlobalDefaultFont("游ゴシック", 10);
			String title = "%s　%s　%d年度".formatted(this.names.municipality(), this.names.unit(),
					this.sheet.fiscalYear());
			new Cover(this.sheet, this.names).write(workbook);
			for (GoalKind kind : GoalKind.values()) {
				texts(kind).write(workbook, title + "　" + Words.KINDS.of(kind));
			}
			this.sheet.goals().forEach(this::lists);
			this.links.write(workbook, title + "　" + Sheets.LINKS);
			this.reports.write(workbook, title + "　" + Sheets.REPORTS);
			this.figures.write(workbook, title + "　" + Sheets.FIGURES);
			Map<String, TableSheet> others = new LinkedHashMap<>();
			others.put(Sheets.TARGETS, this.targets);
			others.put(Sheets.RESPONSIBILITIES, this.responsibilities);
			others.put(Sheets.REFERENCES, this.references);
			others.put(Sheets.READINGS, this.readings);
			for (Map.Entry<String, TableSheet> other : others.entrySet()) {
				if (!other.getValue().isEmpty()) {
					other.getValue().write(workbook, title + "　" + other.getKey());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private TableSheet texts(GoalKind kind) {
		TableSheet table = new TableSheet(Words.KINDS.of(kind), Heads.texts(this.rounds));
		this.sheet.goals().stream().filter((goal) -> goal.kind() == kind).forEach((goal) -> texts(table, goal));
		return table;
	}

	private void texts(TableSheet table, Goal goal) {
		title(table.add(), goal);
		Map<Round, List<Placed>> outcomes = new HashMap<>();
		goal.reports().forEach((report) -> outcomes.put(report.round(), outcomes(report)));
		for (Field field : Field.values()) {
			for (Block block : field.in(goal.content())) {
				Map<String, String> row = block(table.add(), goal, field, block);
				outcomes.forEach((round, open) -> takeFirst(open, block.id()).ifPresent((one) -> put(row, round, one)));
			}
		}
		outcomes.forEach((round, open) -> open.forEach((placed) -> {
			Map<String, String> row = table.add();
			row.put(Heads.NUMBER, String.valueOf(goal.number()));
			row.put(Heads.FIELD, Heads.OUTCOME_ONLY);
			row.put(Heads.ID, placed.outcome.action().toString());
			put(row, round, placed);
		}));
		for (Report report : goal.reports()) {
			for (Field field : Field.values()) {
				field.in(report.content())
					.forEach((block) -> block(table.add(), goal, field, block).put(Heads.ROUND,
							Words.ROUNDS.of(report.round())));
			}
		}
	}

	private void title(Map<String, String> row, Goal goal) {
		GoalContent content = goal.content();
		row.put(Heads.NUMBER, String.valueOf(goal.number()));
		row.put(Heads.FIELD, Heads.TITLE);
		row.put(Heads.MARKER, content.code());
		row.put(Heads.TEXT, content.title());
		row.put(Heads.TAGS, tags(content.tags()));
		row.put(Heads.ID, goal.id().toString());
		row.put(Heads.REVISION, String.valueOf(goal.revision()));
		row.put(Heads.CHECK, SheetJson.check(content));
		UUID midTerm = content.contributesTo();
		if (midTerm != null) {
			Goal known = this.goals.get(midTerm);
			row.put(Heads.MID_TERM, (known != null) ? String.valueOf(known.number()) : Sheets.ELSEWHERE);
			row.put(Heads.MID_TERM_ID, midTerm.toString());
		}
		UUID lead = content.leadSection();
		if (lead != null) {
			row.put(Heads.LEAD, this.names.of(lead));
			row.put(Heads.UNIT_ID, lead.toString());
		}
	}

	private Map<String, String> block(Map<String, String> row, Goal goal, Field field, Block block) {
		this.texts.put(block.id(), block.text());
		row.put(Heads.NUMBER, String.valueOf(goal.number()));
		row.put(Heads.FIELD, field.word());
		row.put(Heads.LEVEL, String.valueOf(block.level()));
		row.put(Heads.MARKER, block.marker());
		row.put(Heads.TEXT, block.text());
		row.put(Heads.TAGS, tags(block.tags()));
		row.put(Heads.ID, block.id().toString());
		if (block.repeatOf() != null) {
			row.put(Heads.REPEATED, Heads.YES);
			row.put(Heads.REPEAT_OF, block.repeatOf().toString());
		}
		return row;
	}

	private static String tags(List<jp.meguri.events.content.Tag> tags) {
		return String.join("・", tags.stream().map(Words.TAGS::of).toList());
	}

	private static List<Placed> outcomes(Report report) {
		List<Placed> outcomes = new ArrayList<>();
		for (ActionOutcome outcome : report.content().outcomes()) {
			outcomes.add(new Placed(outcomes.size() + 1, outcome));
		}
		return outcomes;
	}

	private static Optional<Placed> takeFirst(List<Placed> open, UUID action) {
		Optional<Placed> first = open.stream().filter((placed) -> placed.outcome.action().equals(action)).findFirst();
		first.ifPresent(open::remove);
		return first;
	}

	private static void put(Map<String, String> row, Round round, Placed placed) {
		row.put(Heads.outcome(round), Words.OUTCOMES.of(placed.outcome.outcome()));
		row.put(Heads.month(round), Days.print(placed.outcome.month()));
		row.put(Heads.note(round), placed.outcome.note());
		row.put(Heads.order(round), String.valueOf(placed.order));
	}

	private void lists(Goal goal) {
		GoalContent content = goal.content();
		content.links().forEach((link) -> link(row(this.links, goal), link));
		goal.reports().forEach((report) -> report(goal, report));
		content.targets().forEach((target) -> {
			Map<String, String> row = row(this.targets, goal);
			row.put(Heads.MARKER, target.key());
			row.put(Heads.TEXT, target.text());
			row.put(Heads.ID, target.id().toString());
			row.put(Heads.INDICATOR_ID, text(target.indicator()));
			action(row, target.cites());
		});
		content.responsibilities().forEach((responsibility) -> {
			Map<String, String> row = row(this.responsibilities, goal);
			row.put(Heads.ROLE, Words.ROLES.of(responsibility.role()));
			row.put(Heads.NAME, responsibility.name());
			row.put(Heads.GROUP, responsibility.group() ? Heads.YES : "");
			row.put(Heads.ID, responsibility.id().toString());
			row.put(Heads.UNIT_ID, text(responsibility.unit()));
		});
		content.references().forEach((reference) -> row(this.references, goal).put(Heads.NAME, reference));
		content.readings().forEach((reading) -> reading(row(this.readings, goal), reading));
	}

	private static Map<String, String> row(TableSheet table, Goal goal) {
		Map<String, String> row = table.add();
		row.put(Heads.KIND, Words.KINDS.of(goal.kind()));
		row.put(Heads.NUMBER, String.valueOf(goal.number()));
		return row;
	}

	private void link(Map<String, String> row, PlanLink link) {
		row.put(Heads.PLAN, Sheets.plan(link.dimension()));
		row.put(Heads.CHOICE, Words.CHOICES.of(link.choice()));
		row.put(Heads.CODE, link.code());
		row.put(Heads.NAME, link.title());
		row.put(Heads.ID, link.id().toString());
		row.put(Heads.NODE_ID, text(link.node()));
		row.put(Heads.CHECK, Sheets.check(link.code(), link.title()));
	}

	private void report(Goal goal, Report report) {
		Map<String, String> row = row(this.reports, goal);
		row.put(Heads.ROUND, Words.ROUNDS.of(report.round()));
		row.put(Heads.ID, report.id().toString());
		row.put(Heads.REVISION, String.valueOf(report.revision()));
		Grade grade = report.content().grade();
		if (grade != null) {
			row.put(Heads.GRADE, grade.code());
			row.put(Heads.COMMENT, grade.comment());
			row.put(Heads.SCHEME_ID, grade.scheme().toString());
		}
		if (report.content().nextStep() != null) {
			row.put(Heads.NEXT_STEP, Words.NEXT_STEPS.of(report.content().nextStep()));
		}
		report.content().figures().forEach((figure) -> figure(row(this.figures, goal), report, figure));
	}

	private void figure(Map<String, String> row, Report report, Figure figure) {
		row.put(Heads.ROUND, Words.ROUNDS.of(report.round()));
		row.put(Heads.LABEL, figure.label());
		row.put(Heads.VALUE, figure.value());
		row.put(Heads.AS_OF, (figure.asOf() != null) ? figure.asOf().toString() : "");
		row.put(Heads.CERTAINTY, Words.CERTAINTIES.of(figure.certainty()));
		row.put(Heads.ID, figure.id().toString());
		row.put(Heads.INDICATOR_ID, text(figure.indicator()));
		action(row, figure.action());
	}

	private void reading(Map<String, String> row, PhraseDecision reading) {
		row.put(Heads.PHRASE, reading.phrase());
		row.put(Heads.OCCURRENCE, String.valueOf(reading.occurrence()));
		row.put(Heads.DECISION, Words.DECISIONS.of(reading.decision()));
		row.put(Heads.SCHEDULE_KIND, (reading.kind() != null) ? reading.kind() : "");
		row.put(Heads.START, day(reading.start()));
		row.put(Heads.END, day(reading.end()));
		action(row, reading.block());
	}

	/** The text is only shown; the id counts. */
	private void action(Map<String, String> row, @Nullable UUID action) {
		if (action != null) {
			row.put(Heads.ACTION_ID, action.toString());
			row.put(Heads.ACTION, Sheets.shortened(this.texts.getOrDefault(action, "")));
		}
	}

	private static String day(@Nullable LocalDate day) {
		return (day != null) ? day.toString() : "";
	}

	private static String text(@Nullable UUID id) {
		return (id != null) ? id.toString() : "";
	}

	/**
	 * @param order its place among the report's outcomes, from 1
	 */
	private record Placed(int order, ActionOutcome outcome) {
	}

}
