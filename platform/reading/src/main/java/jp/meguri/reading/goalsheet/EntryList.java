package jp.meguri.reading.goalsheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Mark;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;

/**
 * Makes a tree of entries from the pieces of one field. A marker begins an entry, also
 * inside a piece; its level follows from the markers above it. A piece without a marker
 * continues the entry above.
 */
final class EntryList {

	private static final Pattern TAG = Pattern.compile("[\\[\\(【〔](新規|拡充)[\\]\\)】〕]");

	private static final Pattern SENTENCE_END = Pattern.compile(".*[。！？!?」』]\\s*");

	private static final Pattern LATIN = Pattern.compile("[A-Za-z0-9,.;:)]");

	private final List<Entry> entries = new ArrayList<>();

	private final Deque<Level> levels = new ArrayDeque<>();

	private @Nullable Open open;

	void add(Piece piece) {
		Run run = piece.run();
		Marker marker = Marker.at(run.folded(), 0);
		if (marker == null && piece.before() == Piece.Break.ITEM) {
			marker = new Marker(Marker.Kind.ITEM, 0, 0);
		}
		int at = 0;
		if (marker == null) {
			Marker next = Marker.inside(run.folded(), 1);
			at = (next != null) ? next.start() : run.length();
			text(run.part(0, at).trim(), piece.before());
			marker = next;
		}
		while (marker != null) {
			int end = marker.end();
			Marker next = followingMarker(run, end);
			at = (next != null) ? next.start() : run.length();
			begin(marker, run, run.part(end, at).trim());
			marker = next;
		}
	}

	/** The next marker; directly behind a marker any marker counts. */
	private static @Nullable Marker followingMarker(Run run, int end) {
		int text = end;
		while (text < run.length() && run.folded().charAt(text) == ' ') {
			text++;
		}
		Marker direct = (end > 0 && text < run.length()) ? Marker.at(run.folded(), text) : null;
		return (direct != null) ? direct : Marker.inside(run.folded(), end + 1);
	}

	private void begin(Marker marker, Run run, Run text) {
		close();
		String printed = run.chars().substring(marker.start(), marker.end());
		Run sign = run.part(marker.start(), marker.end());
		this.open = new Open(levelOf(marker.kind()), printed, (sign.length() > 0) ? sign.span() : null, text);
	}

	private void text(Run text, Piece.Break before) {
		if (text.length() == 0) {
			return;
		}
		if (this.open == null || (this.open.level == 0 && isNewParagraph(this.open.text, before))) {
			close();
			this.levels.clear();
			this.open = new Open(0, "", null, text);
		}
		else {
			this.open.text = (this.open.text.length() == 0) ? text
					: this.open.text.join(joint(this.open.text, text, before), text);
		}
	}

	private static boolean isNewParagraph(Run above, Piece.Break before) {
		return before == Piece.Break.PARAGRAPH || SENTENCE_END.matcher(above.chars()).matches();
	}

	/** See {@link jp.meguri.reading.draft.Passage}. */
	static String joint(Run above, Run below, Piece.Break before) {
		boolean wrapped = before == Piece.Break.WRAP && !SENTENCE_END.matcher(above.chars()).matches();
		if (!wrapped) {
			return "\n";
		}
		String last = above.folded().substring(above.length() - 1);
		String first = below.folded().substring(0, 1);
		return (LATIN.matcher(last).matches() && LATIN.matcher(first).matches()) ? " " : "";
	}

	private int levelOf(Marker.Kind kind) {
		while (!this.levels.isEmpty() && this.levels.peek().kind.compareTo(kind) > 0) {
			this.levels.pop();
		}
		if (this.levels.isEmpty() || this.levels.peek().kind != kind) {
			int above = this.levels.isEmpty() ? 0 : this.levels.peek().level;
			this.levels.push(new Level(kind, above + 1));
		}
		return this.levels.peek().level;
	}

	private void close() {
		if (this.open != null) {
			this.entries.add(this.open.toEntry());
		}
		this.open = null;
	}

	/** Whether nothing was added yet. */
	boolean isEmpty() {
		return this.open == null && this.entries.isEmpty();
	}

	List<Entry> entries() {
		close();
		return List.copyOf(this.entries);
	}

	private static List<Mark> tagsIn(Run text) {
		List<Mark> marks = new ArrayList<>();
		Matcher matcher = TAG.matcher(text.folded());
		while (matcher.find()) {
			Mark.Kind kind = matcher.group(1).equals("新規") ? Mark.Kind.NEW : Mark.Kind.EXPANDED;
			marks.add(new Mark(kind, text.part(matcher.start(), matcher.end()).span()));
		}
		return marks;
	}

	private record Level(Marker.Kind kind, int level) {
	}

	private static final class Open {

		private final int level;

		private final String marker;

		private final @Nullable Span markerSpan;

		private Run text;

		Open(int level, String marker, @Nullable Span markerSpan, Run text) {
			this.level = level;
			this.marker = marker;
			this.markerSpan = markerSpan;
			this.text = text;
		}

		Entry toEntry() {
			int at = (this.markerSpan != null) ? this.markerSpan.start() : this.text.span().start();
			return new Entry(this.level, this.marker, this.markerSpan, this.text.passage(), tagsIn(this.text), at,
					null);
		}

	}

}
