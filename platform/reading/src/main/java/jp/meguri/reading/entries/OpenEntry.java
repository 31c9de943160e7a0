package jp.meguri.reading.entries;

import java.util.ArrayList;
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
 * An entry whose text may go on. It must have a marker or a text.
 */
public final class OpenEntry {

	private static final Pattern TAG = Pattern.compile("[\\[\\(【〔](新規|拡充)[\\]\\)】〕]");

	private final int level;

	private final String marker;

	private final @Nullable Span markerSpan;

	private final List<Run> parts = new ArrayList<>();

	public OpenEntry(int level, String marker, @Nullable Span markerSpan, Run text) {
		this.level = level;
		this.marker = marker;
		this.markerSpan = markerSpan;
		if (text.length() > 0) {
			this.parts.add(text);
		}
	}

	public int level() {
		return this.level;
	}

	public void append(Run text, Piece.Break before) {
		if (!this.parts.isEmpty()) {
			this.parts.add(Run.joint(EntryList.joint(lastPart(), text, before)));
		}
		this.parts.add(text);
	}

	/** The text added last; the entry must have one. */
	public Run lastPart() {
		return this.parts.get(this.parts.size() - 1);
	}

	public Entry toEntry() {
		Run text = Run.concat(this.parts);
		int at = (this.markerSpan != null) ? this.markerSpan.start() : text.span().start();
		return new Entry(this.level, this.marker, this.markerSpan, text.passage(), tagsIn(text), at, null);
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

}
