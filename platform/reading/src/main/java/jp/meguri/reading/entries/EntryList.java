package jp.meguri.reading.entries;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;

/**
 * Makes a tree of entries from the pieces of one field. A marker begins an entry, also
 * inside a piece; its level follows from the markers above it. A piece without a marker
 * continues the entry above.
 */
public final class EntryList {

	private static final String SENTENCE_ENDS = "。！？!?」』";

	private final List<Entry> entries = new ArrayList<>();

	private final Deque<Level> levels = new ArrayDeque<>();

	private final Coverage coverage;

	private @Nullable OpenEntry open;

	public EntryList(Coverage coverage) {
		this.coverage = coverage;
	}

	public void add(Piece piece) {
		Run run = piece.run();
		Marker marker = printedMarker(run);
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

	/**
	 * The marker at the beginning; Markdown's list sign before a printed one is markup.
	 */
	private @Nullable Marker printedMarker(Run run) {
		Marker first = Marker.at(run.folded(), 0);
		boolean sign = first != null && (first.kind() == Marker.Kind.DASH || first.kind() == Marker.Kind.STAR)
				&& run.folded().startsWith(" ", first.end());
		Marker second = sign ? directlyBehind(run, first.end()) : null;
		if (first == null || second == null || second.kind().compareTo(first.kind()) >= 0) {
			return first;
		}
		this.coverage.leave(run.part(first.start(), first.end()).spans(), Leftover.Kind.TAG);
		return second;
	}

	/** The next marker; directly behind a marker any marker counts. */
	private static @Nullable Marker followingMarker(Run run, int end) {
		Marker direct = (end > 0) ? directlyBehind(run, end) : null;
		return (direct != null) ? direct : Marker.inside(run.folded(), end + 1);
	}

	private static @Nullable Marker directlyBehind(Run run, int end) {
		int text = end;
		while (text < run.length() && run.folded().charAt(text) == ' ') {
			text++;
		}
		return (text < run.length()) ? Marker.at(run.folded(), text) : null;
	}

	private void begin(Marker marker, Run run, Run text) {
		close();
		String printed = run.chars().substring(marker.start(), marker.end());
		Run sign = run.part(marker.start(), marker.end());
		this.open = new OpenEntry(levelOf(marker.kind()), printed, (sign.length() > 0) ? sign.span() : null, text);
	}

	private void text(Run text, Piece.Break before) {
		if (text.length() == 0) {
			return;
		}
		if (this.open == null || (this.open.level() == 0 && isNewParagraph(this.open.lastPart(), before))) {
			close();
			this.levels.clear();
			this.open = new OpenEntry(0, "", null, text);
		}
		else {
			this.open.append(text, before);
		}
	}

	private static boolean isNewParagraph(Run above, Piece.Break before) {
		return before == Piece.Break.PARAGRAPH || endsSentence(above);
	}

	/** See {@link jp.meguri.reading.draft.Passage}. */
	public static String joint(Run above, Run below, Piece.Break before) {
		boolean wrapped = before == Piece.Break.WRAP && !endsSentence(above);
		if (!wrapped) {
			return "\n";
		}
		boolean words = isLatin(above.folded().charAt(above.length() - 1)) && isLatin(below.folded().charAt(0));
		return words ? " " : "";
	}

	private static boolean isLatin(char c) {
		return c > ' ' && c < 127;
	}

	/** Whether the last character closes a sentence or a quotation. */
	public static boolean endsSentence(Run run) {
		return SENTENCE_ENDS.indexOf(run.chars().charAt(run.length() - 1)) >= 0;
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

	/**
	 * What follows belongs to no entry above: a heading inside the field stands there.
	 */
	public void newBlock() {
		close();
		this.levels.clear();
	}

	/** Whether nothing was added yet. */
	public boolean isEmpty() {
		return this.open == null && this.entries.isEmpty();
	}

	public List<Entry> entries() {
		close();
		return List.copyOf(this.entries);
	}

	private record Level(Marker.Kind kind, int level) {
	}

}
