package jp.meguri.reading.schedule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.schedule.ScheduleEntry.Kind;
import jp.meguri.reading.schedule.ScheduleEntry.Note;

/**
 * Finds the schedules in a text of a sheet. What is no schedule yields nothing, and what
 * cannot be dated gets no date.
 */
public final class ScheduleReader {

	/** Behind a year, these make it the heading of what follows. */
	private static final String HEADING = ":\n";

	private final PhraseText text;

	private final Reckoner reckoner;

	private final Labels labels;

	private ScheduleReader(String text, PhraseContext context) {
		this.text = PhraseText.of(text);
		this.reckoner = new Reckoner(context);
		this.labels = new Labels(this.text);
	}

	/**
	 * The schedules of a text, in order. Several that stand together become one of kind
	 * {@link Kind#MULTI}.
	 */
	public static List<ScheduleEntry> read(String text, PhraseContext context) {
		ScheduleReader reader = new ScheduleReader(text, context);
		return new Groups(reader.text).of(reader.entries(reader.phrases()));
	}

	private List<Found> phrases() {
		List<Found> phrases = new ArrayList<>();
		int at = 0;
		while (at < this.text.length()) {
			if (this.text.at(at) == '。' || this.text.at(at) == '\n') {
				this.reckoner.headingEnds();
			}
			Match<Phrase> match = ScheduleGrammar.PHRASE.at(this.text, at);
			if (match != null) {
				add(phrases, match, at);
			}
			at = (match != null) ? match.end() : at + 1;
		}
		return phrases;
	}

	private void add(List<Found> phrases, Match<Phrase> match, int from) {
		Meaning meaning = match.value().in(this.reckoner);
		if (meaning == null) {
			return;
		}
		if (meaning.kind() == Kind.FISCAL_YEAR && meaning.start() != null
				&& HEADING.indexOf(this.text.at(match.end())) >= 0) {
			this.reckoner.underHeading(meaning.start());
		}
		phrases.add(new Found(meaning, from, match.end()));
	}

	private List<Groups.Placed> entries(List<Found> phrases) {
		List<Groups.Placed> entries = new ArrayList<>();
		for (int i = 0; i < phrases.size(); i++) {
			int behind = (i > 0) ? phrases.get(i - 1).to() : 0;
			int before = (i + 1 < phrases.size()) ? phrases.get(i + 1).from() : this.text.length();
			Found found = phrases.get(i);
			entries.add(new Groups.Placed(found, entry(found, this.labels.of(found, behind, before))));
		}
		return entries;
	}

	private ScheduleEntry entry(Found found, String label) {
		Meaning meaning = found.meaning();
		Set<Note> notes = meaning.notes();
		if (this.labels.isPlanned(found)) {
			notes = EnumSet.of(Note.PLANNED);
			notes.addAll(meaning.notes());
		}
		return new ScheduleEntry(meaning.kind(), meaning.start(), meaning.end(), meaning.precision(), label,
				meaning.recurrence(), meaning.carryOver(), milestones(meaning, label), List.of(), meaning.confidence(),
				notes, this.text.span(found.from(), found.to()), this.text.raw(found.from(), found.to()));
	}

	/** History has no milestones. */
	private List<Milestone> milestones(Meaning meaning, String label) {
		Milestone.Edge edge = meaning.milestone();
		Window window = meaning.window();
		if (edge == null || window == null || window.last().isBefore(this.reckoner.fiscalYear().first())) {
			return List.of();
		}
		return List.of(new Milestone(edge, window.first(), window.last(), label));
	}

}
