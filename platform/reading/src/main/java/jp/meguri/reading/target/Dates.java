package jp.meguri.reading.target;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.phrase.Match;
import jp.meguri.reading.phrase.PhraseContext;
import jp.meguri.reading.phrase.PhraseText;
import jp.meguri.reading.schedule.ScheduleEntry;
import jp.meguri.reading.schedule.ScheduleEntry.Kind;
import jp.meguri.reading.schedule.ScheduleReader;

/**
 * Where a text speaks of time, by its schedules.
 */
final class Dates {

	/** Their numbers count something: 年3回. */
	private static final Set<Kind> COUNTING = EnumSet.of(Kind.RECURRING, Kind.COMPARISON);

	private final TreeMap<Integer, Dated> byStart = new TreeMap<>();

	private final TreeMap<Integer, Dated> byEnd = new TreeMap<>();

	private final BitSet words = new BitSet();

	private final BitSet numbers = new BitSet();

	private Dates() {
	}

	/**
	 * @param from its first character in the phrase text
	 * @param end behind its last one
	 * @param entry what it says
	 */
	record Dated(int from, int end, ScheduleEntry entry) {
	}

	static Dates of(String given, PhraseText text, PhraseContext context) {
		Dates dates = new Dates();
		ScheduleReader.read(given, context).stream().flatMap(ScheduleEntry::atoms).forEach((entry) -> {
			int from = text.indexOf(entry.span().start());
			int end = text.indexOf(entry.span().end());
			dates.add(new Dated(from, end, entry));
		});
		return dates;
	}

	private void add(Dated dated) {
		this.byStart.put(dated.from, dated);
		this.byEnd.put(dated.end, dated);
		this.words.set(dated.from, dated.end);
		if (!COUNTING.contains(dated.entry.kind())) {
			this.numbers.set(dated.from, dated.end);
		}
	}

	/** Whether this character belongs to words of time. */
	boolean covers(int at) {
		return at >= 0 && this.words.get(at);
	}

	/**
	 * The amount here, unless it is part of a date; where both begin the longer counts.
	 */
	@Nullable Match<Bound> amount(PhraseText text, int at) {
		Dated dated = this.numbers.get(at) ? this.byStart.get(at) : null;
		if (this.numbers.get(at) && dated == null) {
			return null;
		}
		Match<Bound> bound = Bound.RULE.at(text, at);
		return (bound != null && (dated == null || bound.end() > dated.end)) ? bound : null;
	}

	/** Behind the words of time at this place. */
	int endOf(int at) {
		return covers(at) ? this.words.nextClearBit(at) : at;
	}

	/** The last words of time that end at this place or before it, or null. */
	@Nullable Dated before(int at) {
		Map.Entry<Integer, Dated> entry = this.byEnd.floorEntry(at);
		return (entry != null) ? entry.getValue() : null;
	}

	/** The words of time that begin exactly here, or null. */
	@Nullable Dated at(int at) {
		return this.byStart.get(at);
	}

}
