package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.CommitmentDraft.GradeDraft;
import jp.meguri.reading.draft.CommitmentDraft.Part;
import jp.meguri.reading.draft.CommitmentDraft.ResponsibilityDraft;
import jp.meguri.reading.draft.CommitmentDraft.Role;
import jp.meguri.reading.draft.CommitmentDraft.TargetDraft;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.remarks.Remarks;

/**
 * Makes commitments of rows.
 */
final class Commitments {

	private static final Map<Column, Part> PARTS = new EnumMap<>(
			Map.of(Column.DIRECTION, Part.DIRECTION, Column.PLAN, Part.ACTIONS, Column.DO, Part.PROGRESS, Column.CHECK,
					Part.PROCESS_EVALUATION, Column.ACTION, Part.IMPROVEMENT));

	private static final int LONGEST_NUMBER = 8;

	private final Coverage coverage;

	private final Remarks remarks;

	private final CellText texts;

	private final Damage damage;

	private final Legend legend;

	private boolean lookAlikeSaid;

	Commitments(Coverage coverage, Remarks remarks, Damage damage, Legend legend) {
		this.coverage = coverage;
		this.remarks = remarks;
		this.texts = new CellText(coverage);
		this.damage = damage;
		this.legend = legend;
	}

	/**
	 * @param row the cells under their columns
	 * @param grid the columns the table has
	 * @param node the node it stands under, or null
	 * @return the commitment, or null where nothing says what was committed to
	 */
	@Nullable CommitmentDraft read(AlignedRow row, Grid grid, @Nullable Integer node) {
		Cell titleCell = row.cell(Column.TITLE);
		if (titleCell.isEmpty() && row.cells().size() < 3) {
			return null;
		}
		Passage number = number(row.cell(Column.NUMBER));
		Passage title = titleCell.isEmpty() ? Passage.NONE : CellText.whole(titleCell).passage();
		Span place = row.cells().values().stream().map(AlignedRow::span).reduce(Span::through).orElseThrow();
		if (title.isEmpty()) {
			this.remarks.add(PdcaReason.TITLE_MISSING, place);
		}
		Span head = !title.isEmpty() ? title.span() : place;
		int at = !number.isEmpty() ? number.span().start() : head.start();
		Map<Part, List<Entry>> parts = new EnumMap<>(Part.class);
		PARTS.forEach((column, part) -> {
			List<Entry> entries = entries(row.cell(column));
			if (!entries.isEmpty()) {
				parts.put(part, entries);
			}
		});
		List<TargetDraft> targets = entries(row.cell(Column.TARGET)).stream()
			.map((entry) -> new TargetDraft(Passage.NONE, null, entry))
			.toList();
		return new CommitmentDraft(at, node, number, title, responsibilities(row, grid, head),
				references(row.cell(Column.REFERENCES)), parts, targets, List.of(),
				grade(row.cell(Column.GRADE), grid, head), null);
	}

	/**
	 * Whether the row is none: words stand where the number does, or digits where the
	 * title does, so what looks like a row is the rest of something else or shifted.
	 */
	static boolean isNone(AlignedRow row) {
		return row.cell(Column.NUMBER).key().chars().filter((c) -> c >= 'ぁ').count() >= 2
				|| row.cell(Column.TITLE).key().chars().anyMatch(Character::isDigit)
						&& row.cell(Column.TITLE).key().chars().allMatch(Character::isDigit);
	}

	private Passage number(Cell cell) {
		if (cell.key().length() > LONGEST_NUMBER || this.texts.isNone(cell)) {
			return Passage.NONE;
		}
		return CellText.whole(cell).passage();
	}

	private List<ResponsibilityDraft> responsibilities(AlignedRow row, Grid grid, Span head) {
		Cell related = row.cell(Column.RELATED);
		boolean swapped = Responsibilities.isLabelled(related);
		Cell lead = swapped ? related : row.cell(Column.LEAD);
		boolean mixed = grid.position(Column.RELATED) < 0 && grid.relatedBesideLead();
		Responsibilities all = Responsibilities.read(this.texts.isNone(lead) ? Cell.EMPTY : lead,
				(swapped || this.texts.isNone(related)) ? Cell.EMPTY : related, mixed, this.coverage);
		if (all.isUnclear()) {
			this.remarks.add(PdcaReason.LEAD_UNCLEAR, AlignedRow.span(lead.isEmpty() ? related : lead));
		}
		else if (all.found().stream().allMatch((one) -> one.role() == Role.RELATED)
				&& grid.position(Column.LEAD) >= 0) {
			this.remarks.add(PdcaReason.LEAD_MISSING, lead.isEmpty() ? head : AlignedRow.span(lead));
		}
		return all.found();
	}

	private List<Passage> references(Cell cell) {
		if (this.texts.isNone(cell)) {
			return List.of();
		}
		if (this.damage.isNoName(cell)) {
			this.remarks.add(PdcaReason.REFERENCE_UNCLEAR, AlignedRow.span(cell));
			return List.of(CellText.whole(cell).passage());
		}
		List<Passage> references = new ArrayList<>();
		for (Entry entry : this.texts.entries(cell)) {
			if (!entry.text().isEmpty()) {
				references.add(entry.text());
			}
			if (entry.markerSpan() != null) {
				this.coverage.leave(entry.markerSpan(), Leftover.Kind.RULE);
			}
		}
		return references;
	}

	private List<Entry> entries(Cell cell) {
		if (this.texts.isNone(cell)) {
			return List.of();
		}
		if (GradeLetter.in(cell) != null) {
			this.remarks.add(PdcaReason.GRADE_UNREADABLE, AlignedRow.span(cell));
			return List.of();
		}
		if (Damage.repeatsWords(cell)) {
			this.remarks.add(PdcaReason.WORDS_REPEATED, AlignedRow.span(cell));
		}
		if (Damage.isCut(cell)) {
			this.remarks.add(PdcaReason.TEXT_CUT, AlignedRow.span(cell));
		}
		return this.texts.entries(cell);
	}

	private @Nullable GradeDraft grade(Cell cell, Grid grid, Span head) {
		if (grid.position(Column.GRADE) < 0) {
			return null;
		}
		if (this.texts.isNone(cell)) {
			this.remarks.add(PdcaReason.GRADE_MISSING, head);
			return null;
		}
		GradeDraft grade = grade(CellText.whole(cell));
		if (grade == null) {
			this.remarks.add(PdcaReason.GRADE_UNREADABLE, AlignedRow.span(cell));
		}
		return grade;
	}

	/** A lone letter of the document's scheme, or null. */
	@Nullable GradeDraft grade(Run run) {
		String code = GradeLetter.in(run.key());
		if (code == null || !this.legend.has(code)) {
			return null;
		}
		if (!GradeLetter.isPlain(run.chars()) && !this.lookAlikeSaid) {
			this.remarks.add(PdcaReason.GRADE_LOOK_ALIKE, run.span());
			this.lookAlikeSaid = true;
		}
		return new GradeDraft(code, run.passage());
	}

	/** The row above with the texts of the row its rest was cut to by a page end. */
	@Nullable CommitmentDraft continued(CommitmentDraft above, AlignedRow rest) {
		boolean textOnly = rest.cell(Column.NUMBER).isEmpty() && rest.cell(Column.TITLE).isEmpty()
				&& rest.cell(Column.LEAD).isEmpty() && rest.cell(Column.GRADE).isEmpty() && rest.levels().isEmpty()
				&& !rest.moved() && !rest.cells().isEmpty();
		if (!textOnly) {
			return null;
		}
		Map<Part, List<Entry>> parts = new EnumMap<>(Part.class);
		parts.putAll(above.texts());
		PARTS.forEach((column, part) -> {
			List<Entry> more = new ArrayList<>(above.text(part));
			more.addAll(entries(rest.cell(column)));
			if (!more.isEmpty()) {
				parts.put(part, more);
			}
		});
		List<TargetDraft> targets = new ArrayList<>(above.targets());
		entries(rest.cell(Column.TARGET)).forEach((entry) -> targets.add(new TargetDraft(Passage.NONE, null, entry)));
		List<Passage> references = new ArrayList<>(above.references());
		references.addAll(references(rest.cell(Column.REFERENCES)));
		List<Piece> pieces = rest.cells().values().stream().flatMap((cell) -> cell.pieces().stream()).toList();
		this.remarks.add(PdcaReason.ROW_CONTINUED, pieces.get(0).run().span());
		return new CommitmentDraft(above.at(), above.node(), above.number(), above.title(), above.responsibilities(),
				references, parts, targets, above.phases(), above.grade(), above.nextStep());
	}

}
