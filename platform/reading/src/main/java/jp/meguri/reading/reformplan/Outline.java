package jp.meguri.reading.reformplan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.draft.PlanDraft.TermDraft;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;

/**
 * Which rows belong to which item and part; areas, footnotes and captions stand between
 * the items. Claims nothing: what it found is labelled by {@link #label(Coverage)}.
 */
final class Outline {

	private static final Pattern PAGE_NUMBER = Pattern
		.compile("-?\\d{1,3}-?|\\d{1,3}(/|of)\\d{1,3}|(p\\.?)?\\d{1,3}(頁|ページ)");

	private static final Pattern EMPTY_CELLS = Pattern.compile("-*");

	private final PlanTree tree = new PlanTree();

	private final Footnotes footnotes = new Footnotes();

	private final List<OpenItem> items = new ArrayList<>();

	private final List<Passage> captions = new ArrayList<>();

	private final List<Span> labels = new ArrayList<>();

	private final List<Span> rules = new ArrayList<>();

	private final Set<Part> parts = EnumSet.noneOf(Part.class);

	private @Nullable OpenItem item;

	/** The last caption, while there is no item yet. */
	private @Nullable Row caption;

	private @Nullable Row above;

	private boolean inLines;

	private boolean beginsWithPurpose;

	static Outline of(Layout layout) {
		Outline outline = new Outline();
		layout.rows().forEach(outline::add);
		return outline;
	}

	private void add(Row row) {
		place(row);
		this.above = row;
	}

	private void place(Row row) {
		ItemHead head = ItemHead.of(row);
		if (head != null) {
			this.item = new OpenItem(head, this.tree.current());
			this.items.add(this.item);
			this.labels.addAll(head.label().spans());
			this.inLines = !row.table();
		}
		else if (EMPTY_CELLS.matcher(row.key()).matches()) {
			row.pieces().forEach((piece) -> this.rules.addAll(piece.run().spans()));
		}
		else if (!openPart(row)) {
			content(row);
		}
	}

	/**
	 * The label of a part stands at the left of its text, above it, or before a colon.
	 */
	private boolean openPart(Row row) {
		int column = row.filled().get(0);
		Part part = Part.labelled(row.cell(column).key());
		if (part != null && this.caption != null && this.caption == this.above) {
			loseTitle(this.caption);
		}
		if (this.item == null || part == null) {
			return this.item != null && openPartInLine(this.item, row);
		}
		if (isNextItems(this.item, part)) {
			loseHead(this.item);
			return false;
		}
		open(this.item, part, row);
		row.cell(column).pieces().forEach((piece) -> this.labels.addAll(piece.run().spans()));
		if (row.table()) {
			this.item.addLabelled(behind(row, column));
		}
		return true;
	}

	/** What stands right above a part's label is an item's title, not the document's. */
	private void loseTitle(Row title) {
		title.pieces().forEach((piece) -> this.captions.remove(piece.run().passage()));
		this.caption = null;
	}

	private boolean openPartInLine(OpenItem item, Row row) {
		Run run = row.pieces().get(0).run();
		int colon = run.folded().indexOf(':');
		Part part = (colon > 0 && row.pieces().size() == 1) ? Part.labelled(run.part(0, colon).key()) : null;
		Run text = run.from(colon + 1).trim();
		if (part == null || text.length() == 0) {
			return false;
		}
		if (isNextItems(item, part)) {
			loseHead(item);
			return false;
		}
		open(item, part, row);
		this.labels.addAll(run.part(0, colon + 1).spans());
		item.add(List.of(new Piece(text, Piece.Break.PARAGRAPH)));
		return true;
	}

	/** Whether this part is of another item: read before, or the form begins with it. */
	private boolean isNextItems(OpenItem item, Part part) {
		return item.isDone(part)
				|| (part == Part.PURPOSE && this.beginsWithPurpose && item.hasParts() && !item.isOpen(Part.PURPOSE));
	}

	/** A part that was read before is another item's, whose head cannot be read. */
	private void loseHead(OpenItem item) {
		item.loseNextHead();
		this.item = null;
	}

	private void open(OpenItem item, Part part, Row row) {
		this.beginsWithPurpose = this.beginsWithPurpose || (part == Part.PURPOSE && !item.hasParts());
		item.open(part);
		this.parts.add(part);
		this.inLines = !row.table();
	}

	private static List<Piece> behind(Row row, int column) {
		return row.cells()
			.subList(column + 1, row.cells().size())
			.stream()
			.map(Cell::pieces)
			.flatMap(List::stream)
			.toList();
	}

	private void content(Row row) {
		if (row.table()) {
			OpenItem item = this.item;
			if (item != null && row.cell(0).isEmpty()) {
				item.add(behind(row, 0));
			}
			else if (item != null && row.cells().size() == 1) {
				item.add(row.pieces());
			}
			this.footnotes.take(row);
			return;
		}
		if (this.footnotes.take(row)) {
			return;
		}
		Heading heading = Heading.of(row);
		OpenItem item = this.item;
		if (item != null && item.isReading() && this.inLines && (heading == null || !row.heading())) {
			item.add(row.pieces());
		}
		else if (heading != null) {
			if (this.tree.add(heading)) {
				this.labels.addAll(heading.label().spans());
			}
			this.item = null;
		}
		else if (PAGE_NUMBER.matcher(row.key()).matches()) {
			row.pieces().forEach((piece) -> this.labels.addAll(piece.run().spans()));
		}
		else if (this.items.isEmpty() && this.tree.nodes().isEmpty() && !ItemHead.begins(row)) {
			row.pieces().stream().map(Piece::run).map(Run::passage).forEach(this.captions::add);
			this.caption = row;
		}
	}

	/** Words of the form and empty cells. */
	void label(Coverage coverage) {
		coverage.leave(this.labels, Leftover.Kind.LABEL);
		coverage.leave(this.footnotes.separators(), Leftover.Kind.LABEL);
		coverage.leave(this.rules, Leftover.Kind.RULE);
	}

	List<NodeDraft> nodes() {
		return this.tree.nodes();
	}

	List<OpenItem> items() {
		return this.items;
	}

	List<TermDraft> terms() {
		return this.footnotes.terms();
	}

	List<Passage> captions() {
		return this.captions;
	}

	/** How much of the form was found, 0 to 1: items and their three parts. */
	double share() {
		boolean form = !this.items.isEmpty() && this.parts.contains(Part.ACTIONS)
				&& (this.parts.contains(Part.PURPOSE) || this.parts.contains(Part.TARGETS));
		long found = List.of(Part.PURPOSE, Part.ACTIONS, Part.TARGETS).stream().filter(this.parts::contains).count();
		return form ? (1 + found) / 4.0 : 0;
	}

}
