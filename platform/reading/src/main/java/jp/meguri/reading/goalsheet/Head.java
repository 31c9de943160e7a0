package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.SheetHeader;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;

/**
 * Reads what stands above the first heading: 部局, 補職, 氏名 and captions. A label may stand
 * in a cell of its own or before its value.
 */
final class Head {

	private static final Pattern LABEL = Pattern.compile(
			"(?<!\\S)(?:(?<unit>部\\s?局(?:\\s?名)?|部\\s?名|局\\s?名|所\\s?属(?:\\s?名)?|担\\s?当\\s?部(?:\\s?局)?|部\\s?署(?:\\s?名)?)"
					+ "|(?<position>補\\s?職(?:\\s?名)?|職\\s?名|役\\s?職(?:\\s?名)?)"
					+ "|(?<holder>氏\\s?名|部\\s?局\\s?長\\s?名|責\\s?任\\s?者(?:\\s?名)?))\\s?(?:[:]|(?=\\s|$))");

	private final Coverage coverage;

	private final List<Passage> captions = new ArrayList<>();

	private final Run[] values = { Run.EMPTY, Run.EMPTY, Run.EMPTY };

	private int waiting = -1;

	Head(Coverage coverage) {
		this.coverage = coverage;
	}

	/**
	 * Whether the row holds labels of the head: the first time, or repeated on a page.
	 */
	static boolean isHead(Row row) {
		return row.pieces().stream().filter((p) -> LABEL.matcher(p.run().folded()).lookingAt()).count() >= 2
				|| row.pieces().stream().anyMatch((p) -> LABEL.matcher(p.run().folded()).results().count() >= 2);
	}

	void add(Row row) {
		boolean any = row.pieces().stream().anyMatch((p) -> LABEL.matcher(p.run().folded()).find());
		if (!any) {
			row.pieces().forEach((piece) -> this.captions.add(piece.run().passage()));
			return;
		}
		row.pieces().forEach(this::add);
		this.waiting = -1;
	}

	private void add(Piece piece) {
		Run run = piece.run();
		Matcher matcher = LABEL.matcher(run.folded());
		int from = 0;
		while (matcher.find()) {
			value(run.part(from, matcher.start()).trim());
			this.coverage.leave(run.part(matcher.start(), matcher.end()).spans(), Leftover.Kind.LABEL);
			this.waiting = (matcher.group("unit") != null) ? 0 : (matcher.group("position") != null) ? 1 : 2;
			from = matcher.end();
		}
		value(run.from(from).trim());
	}

	private void value(Run value) {
		if (value.length() > 0 && this.waiting >= 0 && this.values[this.waiting].length() == 0) {
			this.values[this.waiting] = value;
			this.waiting = -1;
		}
	}

	SheetHeader header() {
		return new SheetHeader(this.values[0].passage(), this.values[1].passage(), this.values[2].passage(),
				this.captions);
	}

}
