package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.List;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.entries.EntryList;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;

/**
 * Joins lines that a narrow box has wrapped.
 */
final class Titles {

	private Titles() {
	}

	/** A title: its lines joined into one. */
	static Passage passage(List<Line> lines) {
		return run(lines).passage();
	}

	static Run run(List<Line> lines) {
		List<Run> parts = new ArrayList<>();
		for (Line line : lines) {
			if (!parts.isEmpty()) {
				String joint = EntryList.joint(parts.get(parts.size() - 1), line.run(), Piece.Break.WRAP);
				parts.add(Run.joint(joint.equals("\n") ? "" : joint));
			}
			parts.add(line.run());
		}
		return Run.concat(parts);
	}

	/** A text: its lines joined within sentences, its lists as entries. */
	static List<Entry> entries(List<Line> lines, Coverage coverage) {
		EntryList list = new EntryList(coverage);
		lines.forEach((line) -> list.add(new Piece(line.run(), Piece.Break.WRAP)));
		return list.entries();
	}

}
