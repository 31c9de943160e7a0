package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Layout;
import jp.meguri.reading.layout.Row;

/**
 * Which rows belong to which section. Heads and headings repeated on later pages belong
 * to none.
 */
final class Outline {

	private static final Pattern FORM_TITLE = Pattern.compile(".*(シート|調書|一覧表?|様式|管理表|票)(\\(.*\\))?");

	private static final Pattern PAGE_NUMBER = Pattern
		.compile("-\\d{1,3}-|\\d{1,3}(/|of)\\d{1,3}|(p\\.?)?\\d{1,3}(頁|ページ)");

	private static final Pattern STARTS_WITH_NUMBER = Pattern.compile("(No|№|目標)?\\.?[1１].*", Pattern.DOTALL);

	private static final int GOALS_BEGIN_WITHIN = 50;

	private final List<Row> head = new ArrayList<>();

	private final Map<Section, List<Row>> sections = new EnumMap<>(Section.class);

	private final Map<Section, String> headings = new EnumMap<>(Section.class);

	private final List<Span> labels = new ArrayList<>();

	private @Nullable Section current;

	private boolean hasHead;

	static Outline of(Layout layout) {
		Outline outline = new Outline();
		for (int i = 0; i < layout.rows().size(); i++) {
			outline.add(layout.rows().get(i), layout.rows().subList(i + 1, layout.rows().size()));
		}
		return outline;
	}

	private void add(Row row, List<Row> below) {
		boolean head = Head.isHead(row);
		Section opened = Section.openedBy(row);
		if (opened != null && isOpenedHere(opened, row, below)) {
			open(opened, row.key());
			label(row);
		}
		else if (opensBesideItsText(row)) {
			this.sections.getOrDefault(this.current, this.head).add(withoutFirst(row));
		}
		else if (head && this.hasHead || isPageNumber(row)) {
			label(row);
		}
		else {
			this.hasHead |= head;
			openByColumns(row);
			((this.current != null) ? this.sections.get(this.current) : this.head).add(row);
		}
	}

	/** The heading of mission or policies may stand in the cell beside its text. */
	private boolean opensBesideItsText(Row row) {
		if (!row.table() || row.filled().size() != 2 || Columns.isHead(row)) {
			return false;
		}
		Section section = Section.openedBy(only(row, row.filled().get(0)));
		if ((section != Section.MISSION && section != Section.POLICY) || this.sections.containsKey(section)) {
			return false;
		}
		open(section, only(row, row.filled().get(0)).key());
		label(only(row, row.filled().get(0)));
		return true;
	}

	private static Row only(Row row, int column) {
		return new Row(List.of(row.cell(column)), true, row.afterBlank(), row.heading());
	}

	private static Row withoutFirst(Row row) {
		return only(row, row.filled().get(1));
	}

	/** A table's heads open a section whose heading is missing. */
	private void openByColumns(Row row) {
		if (!Columns.isHead(row)) {
			return;
		}
		Columns columns = Columns.of(row, null);
		Section section = columns.has(Column.ROADMAP) ? Section.MID_TERM
				: (columns.has(Column.POLICY) && columns.has(Column.REVIEW)) ? Section.POLICY
						: (columns.has(Column.NUMBER) && columns.has(Column.ACHIEVEMENTS)) ? Section.ANNUAL : null;
		if (section != null && section != this.current && !this.sections.containsKey(section)) {
			open(section, "");
		}
	}

	/** A heading repeated on a later page opens nothing anew. */
	private void open(Section section, String heading) {
		if (!this.sections.containsKey(section)) {
			this.current = section;
			this.sections.put(section, new ArrayList<>());
			this.headings.put(section, heading);
		}
	}

	/** A title above the form may name 年度 and 目標 too; a section of goals has goals. */
	private boolean isOpenedHere(Section section, Row row, List<Row> below) {
		if (this.sections.containsKey(section)) {
			return row.key().equals(this.headings.get(section));
		}
		if (FORM_TITLE.matcher(row.key()).matches()) {
			return false;
		}
		if (section != Section.ANNUAL && section != Section.MID_TERM) {
			boolean title = this.sections.isEmpty() && !this.hasHead && row.key().contains("年度");
			return !title;
		}
		for (Row next : below.subList(0, Math.min(below.size(), GOALS_BEGIN_WITHIN))) {
			if (Columns.isHead(next)
					|| STARTS_WITH_NUMBER.matcher(next.key()).matches() && Section.openedBy(next) == null) {
				return true;
			}
			if (Section.openedBy(next) != null && !next.key().equals(row.key())) {
				return false;
			}
		}
		return false;
	}

	private static boolean isPageNumber(Row row) {
		return !row.table() && PAGE_NUMBER.matcher(row.key()).matches();
	}

	private void label(Row row) {
		row.pieces().forEach((piece) -> this.labels.addAll(piece.run().spans()));
	}

	List<Row> head() {
		return this.head;
	}

	List<Row> rows(Section section) {
		return this.sections.getOrDefault(section, List.of());
	}

	/** Headings, repeated heads and page numbers. */
	List<Span> labels() {
		return this.labels;
	}

	/**
	 * How many of the form's parts were found; none counts without goals, or without a
	 * mission or a head that say whose goals they are.
	 */
	int strength() {
		boolean goals = this.sections.containsKey(Section.ANNUAL) || this.sections.containsKey(Section.MID_TERM);
		boolean owned = this.hasHead || this.sections.containsKey(Section.MISSION);
		return (goals && owned) ? this.sections.size() + (this.hasHead ? 1 : 0) : 0;
	}

}
