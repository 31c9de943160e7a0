package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft;
import jp.meguri.reading.draft.Reading;
import jp.meguri.reading.draft.SheetHeader;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.draft.YearProposal;
import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Row;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.remarks.Remarks;

/**
 * Reads the result sheet of a plan (PDCA).
 */
public final class PdcaReader {

	private static final Pattern PAGE_NUMBER = Pattern
		.compile("-\\d{1,3}-|\\d{1,3}(/|of)\\d{1,3}|(p\\.?)?\\d{1,3}(頁|ページ)");

	private final Layout layout;

	private final Coverage coverage;

	private final Remarks remarks = new Remarks();

	private final Legend legend;

	private final Years years;

	private final List<Passage> captions = new ArrayList<>();

	private final List<CommitmentDraft> commitments = new ArrayList<>();

	private final Damage damage = new Damage();

	private final Commitments rows;

	private @Nullable Grid grid;

	private PdcaReader(Layout layout) {
		this.layout = layout;
		this.coverage = layout.coverage();
		this.legend = new Legend(this.coverage);
		this.years = new Years(layout.source());
		this.rows = new Commitments(this.coverage, this.remarks, this.damage, this.legend);
	}

	/**
	 * How much of the form was found, 0 to 1: the columns Plan, Do, Check and Action in
	 * one table beside a title; nothing counts without a plan.
	 */
	public static double share(Layout layout) {
		return Page.of(layout)
			.stream()
			.filter((page) -> !page.heads().isEmpty())
			.map((page) -> Heads.of(page.heads(), page.rows()).positions().keySet())
			.mapToDouble(PdcaReader::share)
			.max()
			.orElse(0);
	}

	private static double share(Set<Column> columns) {
		if (!columns.contains(Column.TITLE) || !columns.contains(Column.PLAN)) {
			return 0;
		}
		boolean check = columns.contains(Column.CHECK) || columns.contains(Column.GRADE);
		int found = 1 + (columns.contains(Column.DO) ? 1 : 0) + (check ? 1 : 0)
				+ (columns.contains(Column.ACTION) ? 1 : 0);
		return (found >= 3) ? found / 4.0 : 0;
	}

	public static Reading read(Layout layout) {
		return new PdcaReader(layout).read();
	}

	private Reading read() {
		List<Page> pages = Page.of(this.layout);
		Form form = new Form(pages.stream()
			.filter((page) -> !page.heads().isEmpty())
			.map((page) -> Heads.of(page.heads(), page.rows()))
			.toList());
		know(pages, form);
		PlanTree tree = new PlanTree(form.depth(), form::levelName, this.coverage, this.remarks);
		List<List<Row>> lines = lines(pages);
		for (int i = 0; i < pages.size(); i++) {
			page(pages.get(i), lines.get(i), form, tree);
		}
		this.commitments.sort(Comparator.comparingInt(CommitmentDraft::at));
		PlanDraft plan = new PlanDraft(tree.nodes(), this.commitments, this.legend.grades(), List.of());
		if (plan.grades().isEmpty()) {
			this.remarks.add(PdcaReason.LEGEND_MISSING, new Span(0, 0));
		}
		YearProposal year = this.years.proposal(this.remarks);
		this.captions.forEach(this.coverage::use);
		this.coverage.use(plan);
		List<Leftover> leftovers = this.coverage.leftovers();
		this.remarks.unread(PdcaReason.UNREAD, this.layout.source(), leftovers);
		SheetHeader header = new SheetHeader(Passage.NONE, Passage.NONE, Passage.NONE, this.captions);
		return new Reading(Reading.Family.PDCA_RESULTS, header, year, List.of(), List.of(), List.of(), List.of(), plan,
				this.remarks.inDocumentOrder(), leftovers);
	}

	private void know(List<Page> pages, Form form) {
		for (Page page : pages) {
			this.grid = page.heads().isEmpty() ? this.grid : form.grid(Heads.of(page.heads(), page.rows()));
			Grid here = this.grid;
			if (here != null) {
				page.rows()
					.forEach((row) -> row.filled()
						.stream()
						.filter((i) -> here.at(i) != Column.REFERENCES)
						.forEach((i) -> this.damage.know(row.cell(i))));
			}
		}
		this.grid = null;
	}

	/**
	 * Lines that are neither captions nor legend, by page. Those above a page's legend
	 * stand below the table of the page before.
	 */
	private List<List<Row>> lines(List<Page> pages) {
		List<List<Row>> stray = new ArrayList<>();
		for (int i = 0; i < pages.size(); i++) {
			stray.add(new ArrayList<>());
			boolean first = i == 0;
			int above = i - 1;
			for (Row row : pages.get(i).lines()) {
				boolean legendLine = first ? this.legend.take(row) : this.legend.repeats(row);
				if (legendLine) {
					above = i;
				}
				else if (PAGE_NUMBER.matcher(row.key()).matches()) {
					row.pieces().forEach((piece) -> this.coverage.leave(piece.run().spans(), Leftover.Kind.LABEL));
				}
				else if (first) {
					row.pieces().forEach((piece) -> this.captions.add(piece.run().passage()));
				}
				else {
					stray.get(above).add(row);
				}
			}
			if (first) {
				this.captions.forEach(this.years::caption);
				this.legend.grades();
			}
		}
		return stray;
	}

	private void page(Page page, List<Row> lines, Form form, PlanTree tree) {
		page.strays().stream().filter((row) -> row.filled().size() == 1).forEach(this.legend::repeats);
		for (Row head : page.heads()) {
			head.pieces().forEach((piece) -> this.coverage.leave(piece.run().spans(), Leftover.Kind.LABEL));
			this.years.head(head);
		}
		this.grid = page.heads().isEmpty() ? this.grid : grid(page, form);
		Integer above = tree.at();
		int before = this.commitments.size();
		if (this.grid != null) {
			table(page, this.grid, tree);
		}
		int table = page.heads().isEmpty() ? 0 : page.heads().get(0).pieces().get(0).run().span().start();
		scattered(lines, table, Objects.equals(above, tree.at()) ? above : null,
				this.commitments.subList(before, this.commitments.size()));
	}

	/** The columns of a page's table, or null where its heads do not fit its rows. */
	private @Nullable Grid grid(Page page, Form form) {
		Heads heads = Heads.of(page.heads(), page.rows());
		Grid grid = form.grid(heads);
		if (heads.fit(page.rows()) && page.rows().stream().allMatch(grid::fits)) {
			return grid;
		}
		page.heads()
			.forEach((head) -> this.remarks.add(PdcaReason.ROW_SHIFTED, AlignedRow.span(new Cell(head.pieces()))));
		return null;
	}

	private void table(Page page, Grid grid, PlanTree tree) {
		List<PlanTree.Heading> headings = new ArrayList<>();
		boolean first = true;
		for (Row row : page.rows()) {
			PlanTree.Heading heading = SplitHeading.in(row, grid);
			if (heading != null) {
				headings.add(heading);
				continue;
			}
			tree.headings(headings);
			headings.clear();
			row(AlignedRow.of(row, grid), row, grid, tree, first && !page.heads().isEmpty());
			first = false;
		}
		tree.headings(headings);
	}

	private void row(AlignedRow row, Row printed, Grid grid, PlanTree tree, boolean firstOfPage) {
		boolean none = Commitments.isNone(row);
		if (row.moved() || none) {
			Span all = printed.pieces().get(0).run().span();
			for (Piece piece : printed.pieces()) {
				all = all.through(piece.run().span());
			}
			this.remarks.add(PdcaReason.ROW_SHIFTED, all);
		}
		if (none) {
			return;
		}
		if (firstOfPage && !this.commitments.isEmpty()) {
			int last = this.commitments.size() - 1;
			CommitmentDraft continued = this.rows.continued(this.commitments.get(last), row);
			if (continued != null) {
				this.commitments.set(last, continued);
				return;
			}
		}
		Map<Integer, Run> levels = new TreeMap<>();
		row.levels().forEach((level, cell) -> levels.put(level, CellText.whole(cell)));
		tree.levels(levels);
		CommitmentDraft commitment = this.rows.read(row, grid, tree.at());
		if (commitment != null) {
			this.commitments.add(commitment);
		}
	}

	private void scattered(List<Row> lines, int table, @Nullable Integer node, List<CommitmentDraft> others) {
		if (lines.isEmpty()) {
			return;
		}
		boolean graded = !others.isEmpty() && others.stream().allMatch((other) -> other.grade() != null);
		CommitmentDraft row = new ScatteredRow(lines, this.coverage).read(node, graded, this.rows);
		if (row != null) {
			this.commitments.add(row);
			stretches(lines, table).forEach((span) -> this.remarks.add(PdcaReason.ROW_SCATTERED, span));
		}
	}

	/** Lines above and below the table, as one place each. */
	private static List<Span> stretches(List<Row> lines, int table) {
		List<Span> spans = new ArrayList<>();
		for (Row line : lines) {
			Span here = AlignedRow.span(new Cell(line.pieces()));
			int last = spans.size() - 1;
			if (last >= 0 && (spans.get(last).start() < table) == (here.start() < table)) {
				spans.set(last, spans.get(last).through(here));
			}
			else {
				spans.add(here);
			}
		}
		return spans;
	}

}
