package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.GoalDraft;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.remarks.Remarks;

/**
 * Ties entries marked 再掲 to the entry they repeat: the same text apart from the mark,
 * elsewhere on the sheet.
 */
final class Repeats {

	private static final Pattern MARK = Pattern.compile("[(\\[【〔]再掲[^)\\]】〕]{0,20}[)\\]】〕]");

	private final Map<String, Entry> originals = new HashMap<>();

	private final Remarks remarks;

	Repeats(Remarks remarks) {
		this.remarks = remarks;
	}

	List<GoalDraft> tie(List<GoalDraft> goals) {
		goals.forEach((goal) -> {
			remember(goal.achievements());
			remember(goal.directions());
			remember(goal.body());
		});
		List<GoalDraft> tied = new ArrayList<>();
		for (GoalDraft goal : goals) {
			tied.add(new GoalDraft(goal.horizon(), goal.number(), goal.printedNumber(), goal.title(), goal.tags(),
					tieEntries(goal.body()), goal.roadmap(), goal.links(), tieEntries(goal.achievements()),
					tieEntries(goal.directions())));
		}
		return tied;
	}

	private void remember(List<Entry> entries) {
		entries.stream()
			.filter((entry) -> !isMarked(entry))
			.forEach((entry) -> this.originals.putIfAbsent(textWithoutMark(entry), entry));
	}

	private List<Entry> tieEntries(List<Entry> entries) {
		return entries.stream().map((entry) -> isMarked(entry) ? tieEntry(entry) : entry).toList();
	}

	private Entry tieEntry(Entry repeat) {
		Entry original = this.originals.get(textWithoutMark(repeat));
		Span place = repeat.text().span();
		if (original == null) {
			this.remarks.add(Question.REPEAT_NOT_FOUND, place);
			return repeat;
		}
		this.remarks.add(Question.REPEAT_LINKED, place);
		return repeat.repeating(original.at());
	}

	private static boolean isMarked(Entry entry) {
		return MARK.matcher(Width.key(entry.text().text())).find();
	}

	private static String textWithoutMark(Entry entry) {
		return MARK.matcher(Width.key(entry.text().text())).replaceAll("");
	}

}
