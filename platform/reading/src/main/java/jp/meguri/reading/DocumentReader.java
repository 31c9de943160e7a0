package jp.meguri.reading;

import java.util.List;

import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.Remark;
import jp.meguri.reading.draft.SheetHeader;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.draft.YearProposal;
import jp.meguri.reading.goalsheet.GoalSheetReader;
import jp.meguri.reading.layout.Layout;

/**
 * Reads a document with the reader of its family (様式). A document no reader knows is said
 * to be unknown, and nothing is taken from it.
 */
public final class DocumentReader {

	private static final int HEADINGS_NEEDED = 2;

	private DocumentReader() {
	}

	public static Reading read(String source) {
		Layout layout = Layout.of(source);
		return (GoalSheetReader.headingsIn(layout) >= HEADINGS_NEEDED) ? GoalSheetReader.read(layout) : unknown(layout);
	}

	private static Reading unknown(Layout layout) {
		List<Leftover> leftovers = layout.coverage().leftovers();
		Remark remark = GoalSheetReader.unknownFamily(new Span(0, layout.source().length()));
		return new Reading(Reading.Family.UNKNOWN, new SheetHeader(Passage.NONE, Passage.NONE, Passage.NONE, List.of()),
				new YearProposal(null, List.of()), List.of(), List.of(), List.of(), List.of(), null, List.of(remark),
				leftovers);
	}

}
