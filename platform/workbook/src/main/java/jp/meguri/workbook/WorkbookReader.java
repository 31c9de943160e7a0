package jp.meguri.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.PhraseDecision;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent.Certainty;
import jp.meguri.events.content.ReportContent.Figure;
import jp.meguri.events.content.ReportContent.Grade;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.Round;
import jp.meguri.events.content.Tag;
import jp.meguri.reading.UnreadableDocumentException.Place;
import jp.meguri.reading.sheet.SheetRow;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.reading.sheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads Meguri's workbook back, also after people have worked in it.
 */
final class WorkbookReader {

	private static final Set<String> OTHERS = Set.of(Sheets.COVER, Sheets.LINKS, Sheets.REPORTS, Sheets.FIGURES,
			Sheets.TARGETS, Sheets.RESPONSIBILITIES, Sheets.REFERENCES, Sheets.READINGS);

	private final Spreadsheet spreadsheet;

	private final SheetNames names;

	private final Identities ids;

	private final Notices notices = new Notices();

	private final TableReader tables;

	private final Map<GoalKind, Map<Integer, OpenGoal>> goals = new EnumMap<>(GoalKind.class);

	private final Results results;

	WorkbookReader(Spreadsheet spreadsheet, SheetNames names, Identities ids, boolean results) {
		this.results = new Results(results);
		this.spreadsheet = spreadsheet;
		this.names = names;
		this.ids = ids;
		this.tables = new TableReader(spreadsheet, this.notices);
		for (GoalKind kind : GoalKind.values()) {
			this.goals.put(kind, new LinkedHashMap<>());
		}
	}

	WorkbookReading read() {
		WorkbookCover cover = cover(this.spreadsheet);
		Map<GoalKind, List<TableRow>> rows = new EnumMap<>(GoalKind.class);
		for (GoalKind kind : GoalKind.values()) {
			rows.put(kind, this.tables.rows(Words.KINDS.of(kind)));
			titles(kind, rows.get(kind));
		}
		all().forEach(this::tie);
		reports();
		rows.forEach(this::texts);
		lists();
		remarkOtherSheets();
		Map<SheetContent.Goal, OpenGoal> closed = new LinkedHashMap<>();
		all().forEach((goal) -> closed.put(goal.close(), goal));
		SheetContent sheet = new SheetContent(cover.sheet(), cover.owner(), cover.fiscalYear(),
				List.copyOf(closed.keySet()));
		return new WorkbookReading(sheet, this.notices.all(), untouched(closed));
	}

	private static Set<UUID> untouched(Map<SheetContent.Goal, OpenGoal> goals) {
		return goals.entrySet()
			.stream()
			.filter((goal) -> goal.getValue().title().get(Heads.CHECK).equals(SheetJson.check(goal.getKey().content())))
			.map((goal) -> goal.getKey().id())
			.collect(Collectors.toSet());
	}

	static WorkbookCover cover(Spreadsheet spreadsheet) {
		Worksheet cover = spreadsheet.sheet(Sheets.COVER).orElseThrow(() -> new NoGoalWorkbookException(Sheets.COVER));
		if (!line(cover, Cover.FORM).equals(Cover.FORM_NAME)) {
			throw new NoGoalWorkbookException(Cover.FORM_NAME);
		}
		return new WorkbookCover(id(cover, Cover.SHEET_ID), id(cover, Cover.UNIT_ID), year(cover),
				line(cover, Cover.OWNER));
	}

	private List<OpenGoal> all() {
		return this.goals.values().stream().flatMap((goals) -> goals.values().stream()).toList();
	}

	private static String line(Worksheet cover, String label) {
		return cover.rows()
			.stream()
			.filter((row) -> row.text(1).strip().equals(label))
			.map((row) -> row.text(2))
			.findFirst()
			.orElse("");
	}

	private static UUID id(Worksheet cover, String label) {
		try {
			return UUID.fromString(line(cover, label).strip());
		}
		catch (IllegalArgumentException ex) {
			throw new NoGoalWorkbookException(label);
		}
	}

	private static int year(Worksheet cover) {
		String year = line(cover, Cover.YEAR).strip();
		if (!year.matches("\\d{4}")) {
			throw new NoGoalWorkbookException(Cover.YEAR);
		}
		return Integer.parseInt(year);
	}

	private void titles(GoalKind kind, List<TableRow> rows) {
		Map<Integer, OpenGoal> goals = this.goals.get(kind);
		for (TableRow row : rows) {
			if (row.get(Heads.FIELD).strip().equals(Heads.TITLE)) {
				int number = row.number(Heads.NUMBER, next(goals));
				if (goals.containsKey(number)) {
					row.remark(Notice.NUMBER_TWICE, Heads.NUMBER, number, next(goals));
					number = next(goals);
				}
				goals.put(number, new OpenGoal(this.ids.of(row), kind, number, row, tags(row)));
			}
		}
	}

	private static int next(Map<Integer, OpenGoal> goals) {
		return goals.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
	}

	static List<Tag> tags(TableRow row) {
		List<Tag> tags = new ArrayList<>();
		for (String word : row.get(Heads.TAGS).split("[・、,\\s]")) {
			Optional<Tag> tag = Words.TAGS.find(word);
			tag.ifPresent(tags::add);
			if (tag.isEmpty() && !word.isEmpty()) {
				row.remark(Notice.WORD_UNKNOWN, Heads.TAGS, Sheets.shortened(word));
			}
		}
		return tags;
	}

	private void tie(OpenGoal goal) {
		goal.ties(midTerm(goal.title()), unit(goal.title()));
	}

	/** The id counts as long as the number beside it is the one written with it. */
	private @Nullable UUID midTerm(TableRow row) {
		String shown = Numbers.narrow(row.get(Heads.MID_TERM).strip());
		if (shown.isEmpty()) {
			return null;
		}
		UUID id = row.reference(Heads.MID_TERM_ID);
		Map<Integer, OpenGoal> midTerms = this.goals.get(GoalKind.MID_TERM_GOAL);
		OpenGoal named = shown.matches("\\d{1,9}") ? midTerms.get(Integer.parseInt(shown)) : null;
		boolean unchanged = id != null
				&& (shown.equals(Sheets.ELSEWHERE) || named != null && named.id().equals(id) || all().stream()
					.anyMatch((goal) -> goal.id().equals(id) && shown.equals(String.valueOf(goal.number()))));
		if (unchanged) {
			return id;
		}
		if (named == null) {
			row.remark(Notice.MID_TERM_UNKNOWN, Heads.MID_TERM, Sheets.shortened(shown));
			return null;
		}
		return named.id();
	}

	private @Nullable UUID unit(TableRow row) {
		String shown = row.get(Heads.LEAD);
		if (shown.isBlank()) {
			return null;
		}
		UUID id = row.reference(Heads.UNIT_ID);
		if (id != null && this.names.of(id).equals(shown)) {
			return id;
		}
		Optional<UUID> named = this.names.unitNamed(shown.strip());
		if (named.isEmpty()) {
			row.remark(Notice.UNIT_UNKNOWN, Heads.LEAD, Sheets.shortened(shown));
		}
		return named.orElse(null);
	}

	private void reports() {
		List<TableRow> rows = this.tables.rows(Sheets.REPORTS);
		List<UUID> schemes = rows.stream()
			.filter((row) -> row.hasId(Heads.SCHEME_ID))
			.map((row) -> UUID.fromString(row.get(Heads.SCHEME_ID).strip()))
			.distinct()
			.toList();
		each(rows, (row, goal) -> resultRound(row).ifPresent((round) -> {
			if (goal.hasReport(round)) {
				row.remark(Notice.REPORT_TWICE, Heads.ROUND);
				return;
			}
			goal.open(round, this.ids.of(row), row.number(Heads.REVISION, 0), grade(row, schemes),
					row.word(Heads.NEXT_STEP, Words.NEXT_STEPS).orElse(null));
		}));
	}

	/** Of a row that holds nothing but results. */
	private Optional<Round> resultRound(TableRow row) {
		return this.results.leave(row) ? Optional.empty() : round(row, null);
	}

	private static @Nullable Grade grade(TableRow row, List<UUID> schemes) {
		UUID scheme = row.reference(Heads.SCHEME_ID);
		if (scheme == null && !row.has(Heads.GRADE) && !row.has(Heads.COMMENT)) {
			return null;
		}
		if (scheme == null && schemes.size() != 1) {
			row.remark(Notice.GRADE_WITHOUT_SCHEME, Heads.GRADE, Sheets.shortened(row.get(Heads.GRADE)));
			return null;
		}
		return new Grade((scheme != null) ? scheme : schemes.get(0), row.get(Heads.GRADE), row.get(Heads.COMMENT));
	}

	/** Rows without No, field or round continue the row above. */
	private void texts(GoalKind kind, List<TableRow> rows) {
		TextRows texts = new TextRows(this.goals.get(kind), this.ids, this.results);
		rows.forEach(texts::add);
	}

	private void lists() {
		each(this.tables.rows(Sheets.LINKS), (row, goal) -> goal.add(link(row)));
		each(this.tables.rows(Sheets.FIGURES),
				(row, goal) -> resultRound(row).ifPresent((round) -> goal.report(round, this.ids).add(figure(row))));
		each(this.tables.rowsIfAny(Sheets.TARGETS),
				(row, goal) -> goal.add(new GoalTarget(this.ids.of(row), row.get(Heads.MARKER),
						row.reference(Heads.ACTION_ID), row.get(Heads.TEXT), row.reference(Heads.INDICATOR_ID))));
		each(this.tables.rowsIfAny(Sheets.RESPONSIBILITIES), (row, goal) -> goal.add(responsibility(row)));
		each(this.tables.rowsIfAny(Sheets.REFERENCES), (row, goal) -> goal.addReference(row.get(Heads.NAME)));
		each(this.tables.rowsIfAny(Sheets.READINGS), (row, goal) -> reading(row).ifPresent(goal::add));
	}

	/**
	 * Each row with the goal it belongs to; a row without kind and No continues the row
	 * above.
	 */
	private void each(List<TableRow> rows, BiConsumer<TableRow, OpenGoal> use) {
		Optional<GoalKind> kind = Optional.empty();
		int number = 0;
		for (TableRow row : rows) {
			kind = row.has(Heads.KIND) ? row.word(Heads.KIND, Words.KINDS) : kind;
			number = row.number(Heads.NUMBER, number);
			OpenGoal goal = kind.map(this.goals::get).orElse(Map.of()).get(number);
			if (goal == null) {
				row.remark(Notice.GOAL_UNKNOWN, Heads.NUMBER, row.get(Heads.KIND) + row.get(Heads.NUMBER),
						row.summary());
			}
			else {
				use.accept(row, goal);
			}
		}
	}

	static Optional<Round> round(TableRow row, @Nullable Round above) {
		if (!row.has(Heads.ROUND) && above != null) {
			return Optional.of(above);
		}
		Optional<Round> round = Words.ROUNDS.find(row.get(Heads.ROUND));
		if (round.isEmpty()) {
			row.remark(Notice.ROUND_UNKNOWN, Heads.ROUND, Sheets.shortened(row.get(Heads.ROUND)), row.summary());
		}
		return round;
	}

	private PlanLink link(TableRow row) {
		String code = row.get(Heads.CODE);
		String title = row.get(Heads.NAME);
		UUID node = row.reference(Heads.NODE_ID);
		PlanLink.Choice choice = row.word(Heads.CHOICE, Words.CHOICES).orElse(PlanLink.Choice.AS_PRINTED);
		boolean changed = row.has(Heads.CHECK) && !row.get(Heads.CHECK).equals(Sheets.check(code, title));
		if (choice == PlanLink.Choice.NODE && node != null && changed) {
			row.remark(Notice.LINK_CHANGED, Heads.CODE);
			choice = PlanLink.Choice.AS_PRINTED;
			node = null;
		}
		else if (choice == PlanLink.Choice.NODE && node == null && !row.has(Heads.CHECK)) {
			row.remark(Notice.LINK_WITHOUT_NODE, Heads.CHOICE);
			choice = PlanLink.Choice.AS_PRINTED;
		}
		return new PlanLink(this.ids.of(row), Sheets.dimension(row.get(Heads.PLAN)), choice, node, code, title);
	}

	private Figure figure(TableRow row) {
		return new Figure(this.ids.of(row), row.reference(Heads.ACTION_ID), row.get(Heads.LABEL), row.get(Heads.VALUE),
				row.day(Heads.AS_OF), row.word(Heads.CERTAINTY, Words.CERTAINTIES).orElse(Certainty.PROVISIONAL),
				row.reference(Heads.INDICATOR_ID));
	}

	private Responsibility responsibility(TableRow row) {
		return new Responsibility(this.ids.of(row),
				row.word(Heads.ROLE, Words.ROLES).orElse(Responsibility.Role.UNKNOWN), row.reference(Heads.UNIT_ID),
				row.get(Heads.NAME), row.has(Heads.GROUP));
	}

	private static Optional<PhraseDecision> reading(TableRow row) {
		UUID block = row.reference(Heads.ACTION_ID);
		Optional<PhraseDecision.Decision> decision = row.word(Heads.DECISION, Words.DECISIONS);
		if (block == null || decision.isEmpty()) {
			row.remark(Notice.REPEAT_UNKNOWN, Heads.ACTION);
			return Optional.empty();
		}
		String kind = row.get(Heads.SCHEDULE_KIND);
		return Optional.of(new PhraseDecision(block, row.get(Heads.PHRASE), row.number(Heads.OCCURRENCE, 1),
				decision.get(), kind.isEmpty() ? null : kind, row.day(Heads.START), row.day(Heads.END)));
	}

	private void remarkOtherSheets() {
		for (Worksheet sheet : this.spreadsheet.sheets()) {
			if (!OTHERS.contains(sheet.name()) && Words.KINDS.find(sheet.name()).isEmpty() && !sheet.rows().isEmpty()) {
				SheetRow first = sheet.rows().get(0);
				this.notices.add(Notice.SHEET_UNKNOWN,
						new Place(sheet.name(), first.number(), first.cells().get(0).column()), sheet.name());
			}
		}
	}

}
