package jp.meguri.reading.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.schedule.ScheduleEntry.Confidence;
import jp.meguri.reading.schedule.ScheduleEntry.Kind;
import jp.meguri.reading.schedule.ScheduleEntry.Note;

/**
 * Steps that follow each other in one sentence (12月意見公募手続き、3月制定) are one schedule of
 * several parts.
 */
final class Groups {

	/** Words between two steps; more than that is prose. */
	private static final int APART = 24;

	private static final Set<Kind> STEPS = EnumSet.of(Kind.MONTH, Kind.START, Kind.MONTH_RANGE, Kind.FROM, Kind.BY,
			Kind.HALF, Kind.FISCAL_YEAR, Kind.FY_RANGE, Kind.DEKAD, Kind.DATE);

	private final PhraseText text;

	Groups(PhraseText text) {
		this.text = text;
	}

	List<ScheduleEntry> of(List<Placed> entries) {
		List<ScheduleEntry> grouped = new ArrayList<>();
		List<Placed> group = new ArrayList<>();
		for (Placed next : entries) {
			if (!group.isEmpty() && !areTogether(group.get(group.size() - 1), next)) {
				grouped.add(multi(group));
				group.clear();
			}
			group.add(next);
		}
		if (!group.isEmpty()) {
			grouped.add(multi(group));
		}
		return grouped;
	}

	private boolean areTogether(Placed before, Placed next) {
		int from = before.found.to();
		int to = next.found.from();
		if (!STEPS.contains(before.entry.kind()) || !STEPS.contains(next.entry.kind()) || to - from > APART) {
			return false;
		}
		return this.text.chars(from, to).chars().noneMatch((c) -> c == '。' || c == '\n');
	}

	private ScheduleEntry multi(List<Placed> group) {
		if (group.size() == 1) {
			return group.get(0).entry;
		}
		List<ScheduleEntry> parts = group.stream().map(Placed::entry).toList();
		int from = group.get(0).found.from();
		int to = group.get(group.size() - 1).found.to();
		Set<Note> notes = EnumSet.noneOf(Note.class);
		parts.forEach((part) -> notes.addAll(part.notes()));
		return new ScheduleEntry(Kind.MULTI, start(parts), end(parts),
				parts.stream().map(ScheduleEntry::precision).min(Enum::compareTo).orElse(Precision.NONE), "", null,
				parts.stream().anyMatch(ScheduleEntry::carryOver),
				parts.stream().flatMap((part) -> part.milestones().stream()).toList(), parts,
				parts.stream().map(ScheduleEntry::confidence).max(Enum::compareTo).orElse(Confidence.STATED), notes,
				this.text.span(from, to), this.text.raw(from, to));
	}

	/** The first day of all; open if one is open. */
	private static @Nullable LocalDate start(List<ScheduleEntry> parts) {
		LocalDate first = parts.get(0).start();
		for (ScheduleEntry part : parts) {
			first = (first == null || part.start() == null || part.start().isBefore(first)) ? part.start() : first;
		}
		return first;
	}

	private static @Nullable LocalDate end(List<ScheduleEntry> parts) {
		LocalDate last = parts.get(0).end();
		for (ScheduleEntry part : parts) {
			last = (last == null || part.end() == null || part.end().isAfter(last)) ? part.end() : last;
		}
		return last;
	}

	/** An entry and where it was found. */
	record Placed(Found found, ScheduleEntry entry) {
	}

}
