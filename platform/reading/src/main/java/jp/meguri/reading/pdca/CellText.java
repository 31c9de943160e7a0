package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.entries.EntryList;
import jp.meguri.reading.entries.Placeholder;
import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;

/**
 * The text of a cell: as one run, or as a tree of entries in which a heading such as
 * [達成目安] begins a block of its own.
 */
final class CellText {

	private static final Pattern NONE = Pattern.compile("[-_ーー—]+|なし|該当なし");

	private static final Pattern HEADING = Pattern.compile("(?<=^|[ 。:])[\\[〔](?!新規|拡充)[^\\]〕\\[〔]{2,24}[\\]〕]");

	private final Coverage coverage;

	CellText(Coverage coverage) {
		this.coverage = coverage;
	}

	/** Whether the cell says that there is nothing; such a sign is no text. */
	boolean isNone(Cell cell) {
		boolean none = cell.isEmpty() || NONE.matcher(cell.key()).matches()
				|| cell.pieces().stream().allMatch((piece) -> Placeholder.is(piece.run()));
		if (none) {
			cell.pieces().forEach((piece) -> this.coverage.leave(piece.run().spans(), Leftover.Kind.PLACEHOLDER));
		}
		return none;
	}

	/** Everything in the cell. */
	static Run whole(Cell cell) {
		List<Run> parts = new ArrayList<>();
		for (Piece piece : cell.pieces()) {
			Run run = LineEnds.unwrap(piece.run());
			if (!parts.isEmpty()) {
				String joint = EntryList.joint(parts.get(parts.size() - 1), run, Piece.Break.WRAP);
				parts.add(Run.joint(joint.replace('\n', ' ')));
			}
			parts.add(run);
		}
		return Run.concat(parts);
	}

	List<Entry> entries(Cell cell) {
		EntryList list = new EntryList(this.coverage);
		for (Piece piece : cell.pieces()) {
			Run run = LineEnds.unwrap(piece.run());
			Matcher heading = HEADING.matcher(run.folded());
			int from = 0;
			Piece.Break before = piece.before();
			while (heading.find()) {
				add(list, run.part(from, heading.start()), before);
				list.newBlock();
				from = heading.start();
				before = Piece.Break.PARAGRAPH;
			}
			add(list, run.from(from), before);
		}
		return list.entries();
	}

	private static void add(EntryList list, Run part, Piece.Break before) {
		Run run = part.trim();
		if (run.length() > 0) {
			list.add(new Piece(run, before));
		}
	}

}
