package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.meguri.database.Ids;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.Responsibility;
import jp.meguri.goals.form.CityForm;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.goals.imports.ImportDraft.DraftResult;
import jp.meguri.goals.imports.ReadSheet.Note;
import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.entries.Marker;
import jp.meguri.reading.layout.Width;
import jp.meguri.web.Texts;
import jp.meguri.workbook.FormField;
import jp.meguri.workbook.FormFile;
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

	private static final int LONGEST_NAME = 200;

	private final CityForm form;

	private final FormMapping found;

	private final FormSource source;

	private final List<FormRow> rows;

	private final Map<String, Map<FormField, Integer>> columns;

	private final Texts texts;

	private final List<Note> notes = new ArrayList<>();

	private final Map<String, List<Place>> spans = new HashMap<>();

	/**
	 * @param found where the file has the form's tables
	 */
	FormMaker(CityForm form, FormMapping found, FormFile file, FormSource source, Texts texts) {
		this.form = form;
		this.found = found;
		this.source = source;
		this.rows = file.read(found);
		this.columns = file.columns(found);
		this.texts = texts;
	}

	ImportDraft draft() {
		List<DraftGoal> goals = new ArrayList<>();
		for (FormMapping.Table table : this.found.tables()) {
			this.source.label(table.name(), table.headRow());
			int number = table.headRow();
			for (FormRow row : this.rows) {
				if (row.table().equals(table.name())) {
					number++;
					goals.add(goal(new Row(row, number), goals.size() + 1));
				}
			}
		}
		return new ImportDraft(List.of(), List.of(), List.of(), goals, null, List.of());
	}

	/** After the draft was made. */
	ReadSheet readSheet() {
		var none = new ReadSheet.Printed("", List.of());
		return new ReadSheet(Reading.Family.DEPARTMENT_GOAL_SHEET, new ReadSheet.Head(none, none, none, List.of()),
				new ReadSheet.ProposedYear(null, List.of()), Map.copyOf(this.spans), notes(), this.source.leftovers(),
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

	private DraftGoal goal(Row row, int place) {
		UUID id = Ids.next();
		List<Block> actions = blocks(row, FormField.ACTIONS);
		List<Block> statement = blocks(row, FormField.STATEMENT);
		List<Block> roadmap = blocks(row, FormField.ROADMAP);
		boolean midTerm = actions.isEmpty() && !(statement.isEmpty() && roadmap.isEmpty());
		List<PlanLink> links = Stream
			.concat(links(row, FormField.COMPREHENSIVE_PLAN, "comprehensive-plan"),
					links(row, FormField.BASIC_POLICY, "basic-policy"))
			.toList();
		String title = row.text(FormField.TITLE).replaceAll("[\\r\\n\\t]+", " ").strip();
		take(id + "/title", lines(row, FormField.TITLE));
		GoalContent content = new GoalContent(title, List.of(), List.of(), List.of(), statement, actions, roadmap,
				links, null, null, blocks(row, FormField.PURPOSE), List.of(), targets(row), leads(row), List.of(),
				List.of(), "");
		remarkGrade(row, title);
		return new DraftGoal(id, midTerm ? GoalKind.MID_TERM_GOAL : GoalKind.ANNUAL_GOAL, number(row, id, place, title),
				content, new DraftResult(blocks(row, FormField.ACHIEVEMENTS), blocks(row, FormField.DIRECTIONS)), null);
	}

	/** Departments' grades are given in the results, in a scheme of the city. */
	private void remarkGrade(Row row, String title) {
		for (FormField field : List.of(FormField.GRADE, FormField.NEXT_STEP)) {
			String text = row.text(field);
			if (!text.isBlank()) {
				this.notes.add(note("form-grade", true, title, this.found.heads().get(field), text));
			}
		}
	}

	private int number(Row row, UUID id, int place, String title) {
		String printed = row.text(FormField.NUMBER).strip();
		String narrow = Width.fold(printed);
		if (NUMBER.matcher(narrow).matches()) {
			take(id + "/number", lines(row, FormField.NUMBER));
			return Integer.parseInt(narrow);
		}
		if (!printed.isEmpty()) {
			this.notes.add(note("form-number", true, title, printed, place));
		}
		return place;
	}

	/** The lines of a cell that are not blank. */
	private List<Line> lines(Row row, FormField field) {
		String[] texts = LINE.split(row.text(field), -1);
		List<Place> places = this.source.lines(new UnreadableDocumentException.Place(row.of.table(), row.number,
				this.columns.getOrDefault(row.of.table(), Map.of()).getOrDefault(field, 0)));
		return IntStream.range(0, texts.length)
			.mapToObj((i) -> new Line(texts[i],
					places.subList(Math.min(i, places.size()), Math.min(i + 1, places.size()))))
			.filter((line) -> !line.text.isBlank())
			.toList();
	}

	/** These lines are in the field that has this name in the draft. */
	private void take(String name, List<Line> lines) {
		List<Place> places = lines.stream().flatMap((line) -> line.place.stream()).toList();
		places.forEach(this.source::take);
		this.spans.put(name, places);
	}

	private List<Block> blocks(Row row, FormField field) {
		return lines(row, field).stream().map((line) -> {
			Block block = block(line.text);
			take(block.id().toString(), List.of(line));
			return block;
		}).toList();
	}

	private List<GoalTarget> targets(Row row) {
		return lines(row, FormField.TARGETS).stream().map((line) -> {
			GoalTarget target = new GoalTarget(Ids.next(), "", null, line.text.strip());
			take(target.id().toString(), List.of(line));
			return target;
		}).toList();
	}

	/**
	 * One name leads; of several it is not printed who does. What is too long for a name
	 * is left over.
	 */
	private List<Responsibility> leads(Row row) {
		List<Line> lines = lines(row, FormField.LEAD_SECTION).stream()
			.filter((line) -> line.text.strip().length() <= LONGEST_NAME)
			.toList();
		Responsibility.Role role = (lines.size() == 1) ? Responsibility.Role.PRIMARY : Responsibility.Role.UNKNOWN;
		return lines.stream().map((line) -> {
			var lead = new Responsibility(Ids.next(), role, null, line.text.strip().replace('\t', ' '), false);
			take(lead.id().toString(), List.of(line));
			return lead;
		}).toList();
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

	private Stream<PlanLink> links(Row row, FormField field, String dimension) {
		return lines(row, field).stream().map((line) -> {
			PlanLink link = link(line.text.strip(), dimension);
			take(link.id().toString(), List.of(line));
			return link;
		});
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

	/**
	 * @param number its number in the table, from 1
	 */
	private record Row(FormRow of, int number) {

		String text(FormField field) {
			return this.of.values().getOrDefault(field, "");
		}

	}

	/**
	 * @param place where it stands in the source: one place, or none
	 */
	private record Line(String text, List<Place> place) {
	}

}
