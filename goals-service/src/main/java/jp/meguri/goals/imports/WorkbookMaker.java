package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.meguri.database.Ids;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.goals.imports.ImportDraft.DraftResult;
import jp.meguri.goals.imports.ReadSheet.Note;
import jp.meguri.goals.sheet.StandingGoal;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.sheet.Spreadsheet;
import jp.meguri.web.Texts;
import jp.meguri.workbook.GoalWorkbook;
import jp.meguri.workbook.SheetContent.Goal;
import jp.meguri.workbook.WorkbookReading;
import jp.meguri.workbook.WorkbookRemark;

/**
 * Turns a workbook of ours into a draft. Its goals keep their ids where these stand on
 * the sheet it updates; all others are new.
 */
final class WorkbookMaker {

	private static final String ID_UNKNOWN = "id-unknown";

	private final WorkbookTarget target;

	private final CellSource source;

	private final WorkbookReading reading;

	private final Texts texts;

	private final Map<UUID, StandingGoal> standing;

	WorkbookMaker(WorkbookTarget target, Spreadsheet workbook, Texts texts) {
		this.target = target;
		this.texts = texts;
		this.source = CellSource.of(workbook);
		Set<UUID> known = target.ids();
		this.reading = GoalWorkbook.readGoals(workbook, target.names(), known::contains, Ids::next);
		this.standing = target.goals().stream().collect(Collectors.toMap(StandingGoal::id, Function.identity()));
	}

	String source() {
		return this.source.text();
	}

	ImportDraft draft() {
		List<DraftGoal> goals = new ArrayList<>();
		GoalContent head = GoalContent.EMPTY;
		for (Goal goal : this.reading.sheet().goals()) {
			if (goal.kind() == GoalKind.MISSION_AND_POLICIES) {
				head = head.withHead(concat(head.mission(), goal.content().mission()),
						concat(head.policies(), goal.content().policies()));
			}
			else {
				goals.add(new DraftGoal(isBase(goal) ? goal.id() : Ids.next(), goal.kind(), goal.number(),
						goal.content(), new DraftResult(List.of(), List.of()), null));
			}
		}
		return new ImportDraft(head.mission(), head.policies(), List.of(), goals, null, List.of());
	}

	private static <T> List<T> concat(List<T> some, List<T> more) {
		List<T> all = new ArrayList<>(some);
		all.addAll(more);
		return all;
	}

	ReadSheet readSheet() {
		var none = new ReadSheet.Printed("", List.of());
		boolean updates = this.target.unit() != null;
		return new ReadSheet(Reading.Family.DEPARTMENT_GOAL_SHEET,
				new ReadSheet.Head(new ReadSheet.Printed(this.target.cover().name(), List.of()), none, none, List.of()),
				new ReadSheet.ProposedYear(this.target.fiscalYear(), List.of()), Map.of(), notes(), List.of(),
				new ReadSheet.Layout(ReadSheet.Layout.Kind.WORKBOOK, "", this.target.unit(),
						updates ? this.target.fiscalYear() : null, bases()));
	}

	/** Whether the goal is one of the sheet, and still of the same kind. */
	private boolean isBase(Goal goal) {
		StandingGoal there = this.standing.get(goal.id());
		return there != null && there.kind() == goal.kind();
	}

	private List<ReadSheet.Base> bases() {
		return this.reading.sheet()
			.goals()
			.stream()
			.filter(this::isBase)
			.map((goal) -> new ReadSheet.Base(goal.id(), goal.kind(), goal.revision(),
					this.reading.untouched().contains(goal.id()) ? check(goal) : ""))
			.toList();
	}

	private static String check(Goal goal) {
		return (goal.kind() == GoalKind.MISSION_AND_POLICIES)
				? GoalWorkbook.check(GoalContent.EMPTY.withHead(goal.content().mission(), goal.content().policies()))
				: GoalWorkbook.check(goal.content());
	}

	private List<Note> notes() {
		List<Note> notes = new ArrayList<>();
		boolean foreign = this.target.goals().isEmpty() && !this.target.isOfTheCover();
		if (foreign) {
			notes.add(note("workbook-foreign", true, this.target.cover().name(), this.target.cover().fiscalYear()));
		}
		this.reading.remarks()
			.stream()
			.filter((remark) -> !foreign || !remark.key().equals(ID_UNKNOWN))
			.map(this::note)
			.forEach(notes::add);
		moved().forEach((goal) -> notes.add(note("workbook-number", false, goal.content().title())));
		missing().forEach((goal) -> notes.add(note("workbook-missing", true, goal.content().title())));
		return notes;
	}

	private List<StandingGoal> moved() {
		return this.reading.sheet()
			.goals()
			.stream()
			.filter((goal) -> isBase(goal) && this.standing.get(goal.id()).number() != goal.number())
			.map((goal) -> this.standing.get(goal.id()))
			.toList();
	}

	private List<StandingGoal> missing() {
		Set<UUID> there = new HashSet<>();
		this.reading.sheet().goals().stream().filter(this::isBase).forEach((goal) -> there.add(goal.id()));
		return this.target.goals().stream().filter((goal) -> !there.contains(goal.id())).toList();
	}

	private Note note(WorkbookRemark remark) {
		String cell = remark.place() + " ";
		return new Note(this.source.of(remark.place()), remark.key(), cell + remark.ja(), cell + remark.en(),
				remark.decision());
	}

	private Note note(String key, boolean decision, Object... facts) {
		return new Note(new Place(0, 0), key, this.texts.ja("import." + key, facts),
				this.texts.en("import." + key, facts), decision);
	}

}
