package jp.meguri.reading.reformplan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.entries.EntryList;
import jp.meguri.reading.entries.OpenEntry;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;

/**
 * A tree of entries that grows sign by sign and remembers how far each of its open
 * sequences has come.
 */
final class EntryTree {

	private final List<Entry> entries = new ArrayList<>();

	private final Deque<Level> levels = new ArrayDeque<>();

	private @Nullable OpenEntry open;

	private Sign.@Nullable Kind first;

	/** Begins an entry, whose text is added then; gives its level. */
	int begin(Sign sign, Run marker) {
		close();
		int level = levelOf(sign);
		this.open = new OpenEntry(level, marker.chars(), (marker.length() > 0) ? marker.span() : null, Run.EMPTY);
		if (this.first == null) {
			this.first = sign.kind();
		}
		return level;
	}

	/** Text without a sign: the entry above goes on, or a paragraph begins. */
	void text(Run text, Piece.Break before) {
		if (text.length() == 0) {
			return;
		}
		OpenEntry above = this.open;
		boolean paragraph = above == null || (above.level() == 0
				&& (before == Piece.Break.PARAGRAPH || EntryList.endsSentence(above.lastPart())));
		if (paragraph) {
			close();
			this.levels.clear();
			this.open = new OpenEntry(0, "", null, text);
		}
		else {
			above.append(text, before);
		}
	}

	private int levelOf(Sign sign) {
		while (!this.levels.isEmpty() && this.levels.peek().kind.compareTo(sign.kind()) > 0) {
			this.levels.pop();
		}
		int level = this.levels.isEmpty() ? 1
				: this.levels.peek().level + ((this.levels.peek().kind == sign.kind()) ? 0 : 1);
		if (!this.levels.isEmpty() && this.levels.peek().kind == sign.kind()) {
			this.levels.pop();
		}
		this.levels.push(new Level(sign.kind(), level, sign.ordinal()));
		return level;
	}

	/** How far the open sequence of this kind has come; 0 if none is open. */
	int reached(Sign.Kind kind) {
		return this.levels.stream()
			.filter((level) -> level.kind == kind)
			.mapToInt(Level::ordinal)
			.findFirst()
			.orElse(0);
	}

	boolean isOpen(Sign.Kind kind) {
		return this.levels.stream().anyMatch((level) -> level.kind == kind);
	}

	/** Whether a sequence that begins here would lie inside all numbered ones. */
	boolean mayOpen(Sign.Kind kind) {
		return this.levels.stream()
			.filter((level) -> level.kind.isNumbered())
			.allMatch((level) -> level.kind.compareTo(kind) < 0);
	}

	/** Kind of the outermost sign so far, or null. */
	Sign.@Nullable Kind first() {
		return this.first;
	}

	boolean isEmpty() {
		return this.open == null && this.entries.isEmpty();
	}

	private void close() {
		if (this.open != null) {
			this.entries.add(this.open.toEntry());
		}
		this.open = null;
	}

	List<Entry> entries() {
		close();
		return List.copyOf(this.entries);
	}

	private record Level(Sign.Kind kind, int level, int ordinal) {
	}

}
