package jp.meguri.reading.goalsheet;

import java.util.List;
import java.util.regex.Pattern;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.entries.EntryList;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;

/**
 * 部局の使命: sentences, perhaps numbered. Markdown's list sign is no printed marker.
 */
final class MissionSection {

	private static final Pattern PLAIN_SIGN = Pattern.compile("[-‐–—―−－]?");

	private MissionSection() {
	}

	static List<Entry> read(List<Row> rows, Coverage coverage) {
		EntryList list = new EntryList(coverage);
		for (Row row : rows) {
			row.pieces().forEach((piece) -> list.add(piece.with(Lines.breakBefore(row, piece))));
		}
		List<Entry> entries = list.entries();
		if (!entries.stream().allMatch((entry) -> PLAIN_SIGN.matcher(entry.marker()).matches())) {
			return entries;
		}
		for (Entry entry : entries) {
			if (entry.markerSpan() != null) {
				coverage.leave(entry.markerSpan(), Leftover.Kind.TAG);
			}
		}
		return Entry.paragraphs(entries);
	}

	/** How lines of text follow each other. */
	static final class Lines {

		private Lines() {
		}

		static Piece.Break breakBefore(Row row, Piece piece) {
			boolean wrap = !row.table() && !row.afterBlank() && piece.before() == Piece.Break.PARAGRAPH;
			return wrap ? Piece.Break.WRAP : piece.before();
		}

	}

}
