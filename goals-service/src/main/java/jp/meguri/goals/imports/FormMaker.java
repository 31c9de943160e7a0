package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.meguri.database.Ids;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PlanLink;
import jp.meguri.goals.form.CityForm;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.goals.imports.ImportDraft.DraftResult;
import jp.meguri.goals.imports.ReadSheet.Note;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.entries.Marker;
import jp.meguri.reading.layout.Width;
import jp.meguri.web.Texts;
import jp.meguri.workbook.FormField;
import jp.meguri.workbook.FormMapping;
import jp.meguri.workbook.FormRow;

/**
 * Turns the rows of a city's own form into a draft: a row is a goal, a line of a cell an
 * entry.
 */
final class FormMaker {

	private static final String NO_LINK = "該当なし";

	private static final Pattern LINE = Pattern.compile("\r\n|\r|\n");

	/** A code and a title, as forms print them. */
	private static final Pattern LINK = Pattern.compile("(?<code>[0-9０-９①-⑳㉑-㊿\\-－‐.．・]{1,20})[ 　]+(?<title>.+)");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

	private final CityForm form;

	private final FormMapping found;

	private final List<FormRow> rows;

	private final Texts texts;

	private final List<Note> notes = new ArrayList<>();

	/**
	 * @param found where the file has the form's tables
	 */
	FormMaker(CityForm form, FormMapping found, List<FormRow> rows, Texts texts) {
		this.form = form;
		this.found = found;
		this.rows = rows;
		this.texts = texts;
	}

	ImportDraft draft() {
		List<DraftGoal> goals = new ArrayList<>();
		for (FormRow row : this.rows) {
			goals.add(goal(row.values(), goals.size() + 1));
		}
		return new ImportDraft(List.of(), List.of(), List.of(), goals, null, List.of());
	}

	/** After the draft was made. */
	ReadSheet readSheet() {
		var none = new ReadSheet.Printed("", List.of());
		return new ReadSheet(Reading.Family.DEPARTMENT_GOAL_SHEET, new ReadSheet.Head(none, none, none, List.of()),
				new ReadSheet.ProposedYear(null, List.of()), Map.of(), notes(), List.of(),
				new ReadSheet.Layout(ReadSheet.Layout.Kind.FORM, this.form.name(), null, null, List.of()));
	}

	private List<Note> notes() {
		List<Note> all = new ArrayList<>();
		all.add(note("form-read", false, this.form.name(), String.join("、", this.found.heads().values())));
		if (this.found.tables().size() > 1) {
			all.add(note("form-tables", true, this.found.tables().size()));
		}
		if (this.found.tables().size() < this.form.mapping().tables().size()) {
			all.add(note("form-table-missing", true, this.form.mapping().tables().size() - this.found.tables().size()));
		}
		all.addAll(this.notes);
		return all;
	}

	private DraftGoal goal(Map<FormField, String> values, int place) {
		List<Block> actions = blocks(values, FormField.ACTIONS);
		List<Block> statement = blocks(values, FormField.STATEMENT);
		List<Block> roadmap = blocks(values, FormField.ROADMAP);
		boolean midTerm = actions.isEmpty() && !(statement.isEmpty() && roadmap.isEmpty());
		List<PlanLink> links = Stream
			.concat(links(values, FormField.COMPREHENSIVE_PLAN, "comprehensive-plan"),
					links(values, FormField.BASIC_POLICY, "basic-policy"))
			.toList();
		String title = values.getOrDefault(FormField.TITLE, "").replaceAll("[\\r\\n\\t]+", " ").strip();
		GoalContent content = new GoalContent(title, List.of(), List.of(), List.of(), statement, actions, roadmap,
				links, null, null);
		remarkGrade(values, title);
		return new DraftGoal(Ids.next(), midTerm ? GoalKind.MID_TERM_GOAL : GoalKind.ANNUAL_GOAL,
				number(values, place, title), content,
				new DraftResult(blocks(values, FormField.ACHIEVEMENTS), blocks(values, FormField.DIRECTIONS)), null);
	}

	/** Departments' grades are given in the results, in a scheme of the city. */
	private void remarkGrade(Map<FormField, String> values, String title) {
		for (FormField field : List.of(FormField.GRADE, FormField.NEXT_STEP)) {
			String text = values.getOrDefault(field, "");
			if (!text.isBlank()) {
				this.notes.add(note("form-grade", true, title, this.found.heads().get(field), text));
			}
		}
	}

	private int number(Map<FormField, String> values, int place, String title) {
		String printed = values.getOrDefault(FormField.NUMBER, "").strip();
		String narrow = Width.fold(printed);
		if (NUMBER.matcher(narrow).matches()) {
			return Integer.parseInt(narrow);
		}
		if (!printed.isEmpty()) {
			this.notes.add(note("form-number", true, title, printed, place));
		}
		return place;
	}

	private static List<String> lines(Map<FormField, String> values, FormField field) {
		return Arrays.stream(LINE.split(values.getOrDefault(field, ""))).filter((line) -> !line.isBlank()).toList();
	}

	private static List<Block> blocks(Map<FormField, String> values, FormField field) {
		return lines(values, field).stream().map(FormMaker::block).toList();
	}

	/** Ideographic spaces in front are levels, as they are printed. */
	private static Block block(String line) {
		int deep = 0;
		while (line.charAt(deep) == '　') {
			deep++;
		}
		String rest = line.substring(deep);
		Marker marker = Marker.at(Width.fold(rest), 0);
		if (marker == null || marker.end() == rest.length()) {
			return (deep == 0) ? Block.paragraph(Ids.next(), rest) : Block.entry(Ids.next(), deep + 1, "", rest);
		}
		return Block.entry(Ids.next(), deep + 1, rest.substring(0, marker.end()), rest.substring(marker.end()));
	}

	private static Stream<PlanLink> links(Map<FormField, String> values, FormField field, String dimension) {
		return lines(values, field).stream().map((line) -> link(line.strip(), dimension));
	}

	private static PlanLink link(String line, String dimension) {
		if (Width.key(line).equals(NO_LINK)) {
			return new PlanLink(Ids.next(), dimension, PlanLink.Choice.NO_LINK, null, "", "");
		}
		Matcher printed = LINK.matcher(line);
		return printed.matches()
				? new PlanLink(Ids.next(), dimension, PlanLink.Choice.AS_PRINTED, null, printed.group("code"),
						printed.group("title"))
				: new PlanLink(Ids.next(), dimension, PlanLink.Choice.AS_PRINTED, null, "", line);
	}

	private Note note(String key, boolean decision, Object... facts) {
		return new Note(new Place(0, 0), key, this.texts.ja("import." + key, facts),
				this.texts.en("import." + key, facts), decision);
	}

}
