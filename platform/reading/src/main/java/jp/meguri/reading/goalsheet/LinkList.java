package jp.meguri.reading.goalsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.LinkDraft;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.entries.Marker;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Piece;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.remarks.Remarks;

/**
 * The plan links of one goal, collected in printed order. The dimension follows from the
 * code's shape; a label that says otherwise, or none at all, is remarked. A code may
 * stand in one cell and its title in the next.
 */
final class LinkList {

	/** A longer text without a code is no title. */
	private static final int LONGEST_TITLE = 100;

	private static final Pattern NONE = Pattern.compile("[(\\[【]?(該当|関連)?(する(計画|もの)は?)?(なし|無し|ありません)[)\\]】]?");

	private final Coverage coverage;

	private final Remarks remarks;

	private final List<LinkDraft> links = new ArrayList<>();

	private final Map<Integer, String> labelOfColumn = new HashMap<>();

	private @Nullable String label;

	private @Nullable Pending pending;

	private @Nullable Span doubtful;

	LinkList(Coverage coverage, Remarks remarks) {
		this.coverage = coverage;
		this.remarks = remarks;
	}

	/** A label over a column of links of its own. */
	void labelColumn(int column, Dimension dimension, Run run) {
		if (dimension.name() != null) {
			this.labelOfColumn.put(column, dimension.name());
		}
		this.coverage.leave(run.part(0, dimension.end()).span(), Leftover.Kind.LABEL);
	}

	/** A column whose head names the dimension. */
	void expectIn(int column, String dimension) {
		this.labelOfColumn.put(column, dimension);
	}

	/**
	 * A piece among the links; {@code codeFollows} helps to know labels of other plans.
	 */
	void add(Piece piece, int column, boolean numberColumn, boolean codeFollows) {
		Run run = piece.run();
		Dimension dimension = codeFollows ? Dimension.anyLabel(run) : Dimension.labelled(run);
		if (dimension != null) {
			label(dimension, run);
			run = run.from(dimension.end()).trim();
		}
		if (run.length() > 0) {
			text(run, piece.before(), column, numberColumn);
		}
	}

	private void label(Dimension dimension, Run run) {
		endRow();
		Run words = run.part(0, dimension.end()).trim();
		this.coverage.leave(words.span(), Leftover.Kind.LABEL);
		this.label = dimension.name();
		this.labelOfColumn.clear();
		if (dimension.name() == null) {
			this.remarks.add(Question.LINK_LABEL_UNKNOWN, words.span(), words.chars());
		}
	}

	private void text(Run run, Piece.Break before, int column, boolean numberColumn) {
		PlanCode code = (this.pending != null) ? PlanCode.standing(run.folded(), 0) : PlanCode.at(run.folded(), 0);
		if (code == null) {
			title(run, before, this.labelOfColumn.getOrDefault(column, this.label));
			return;
		}
		PlanCode next = nextCode(run, code);
		if (next != null) {
			this.remarks.add(Question.LINKS_SHARE_CELL, run.span());
		}
		while (code != null) {
			int end = (next != null) ? next.start() : run.length();
			code(code, run.part(code.start(), code.end()), titleIn(run.part(code.end(), end)), column, numberColumn);
			code = next;
			next = (code != null) ? nextCode(run, code) : null;
		}
	}

	/**
	 * Behind a code of several parts a plain number is part of the title, except after 。
	 */
	private static @Nullable PlanCode nextCode(Run run, PlanCode code) {
		PlanCode next = PlanCode.inside(run.folded(), code.end() + 1);
		while (next != null && next.path().size() == 1 && code.path().size() > 1
				&& !run.folded().startsWith("。", next.start() - 2)) {
			next = PlanCode.inside(run.folded(), next.end() + 1);
		}
		return next;
	}

	private Run titleIn(Run run) {
		Run title = run.trim();
		if (title.length() > 0 && ".:".indexOf(title.folded().charAt(0)) >= 0) {
			this.coverage.leave(title.part(0, 1).span(), Leftover.Kind.RULE);
			title = title.from(1).trim();
		}
		return title;
	}

	private void code(PlanCode code, Run printed, Run title, int column, boolean numberColumn) {
		settlePending();
		String expected = this.labelOfColumn.getOrDefault(column, this.label);
		boolean doubt = !code.dimension().equals(expected);
		boolean free = this.links.stream().noneMatch((link) -> link.dimension().equals(expected));
		String dimension = (code.saysNone() && expected != null && free) ? expected : code.dimension();
		if (doubt) {
			this.doubtful = (this.doubtful != null) ? this.doubtful.through(printed.span()) : printed.span();
		}
		if (code.saysNone() && numberColumn) {
			this.remarks.add(Question.LINK_NONE_IN_NUMBER_COLUMN, printed.span(), printed.chars());
		}
		if (code.saysNone() || title.length() > 0) {
			this.links.add(new LinkDraft(dimension, code.saysNone(), code.path(), printed.passage(), title.passage()));
		}
		else {
			this.pending = new Pending(dimension, code, printed.passage());
		}
	}

	private void title(Run run, Piece.Break before, @Nullable String expected) {
		Pending waiting = this.pending;
		if (waiting != null) {
			this.pending = null;
			this.links
				.add(new LinkDraft(waiting.dimension, false, waiting.code.path(), waiting.printed, run.passage()));
		}
		else if (expected != null && NONE.matcher(Width.undoubled(run.key())).matches()) {
			this.links.add(new LinkDraft(expected, true, List.of(), run.passage(), Passage.NONE));
		}
		else if (expected != null && run.length() <= LONGEST_TITLE && !isEntry(run) && !continues(run, before)) {
			this.links.add(new LinkDraft(expected, false, List.of(), Passage.NONE, run.passage()));
			this.remarks.add(Question.LINK_WITHOUT_CODE, run.span());
		}
	}

	/** What a list sign begins is no name of a plan. */
	private static boolean isEntry(Run run) {
		Marker marker = Marker.at(run.folded(), 0);
		return marker != null && marker.kind() != Marker.Kind.NUMBER;
	}

	/** A title that was wrapped goes on. */
	private boolean continues(Run run, Piece.Break before) {
		int last = this.links.size() - 1;
		if (before != Piece.Break.WRAP || last < 0 || this.links.get(last).title().isEmpty()) {
			return false;
		}
		LinkDraft link = this.links.get(last);
		List<Span> spans = new ArrayList<>(link.title().spans());
		spans.addAll(run.spans());
		this.links.set(last, new LinkDraft(link.dimension(), link.noLink(), link.path(), link.code(),
				new Passage(link.title().text() + run.chars(), spans)));
		return true;
	}

	private void settlePending() {
		Pending waiting = this.pending;
		if (waiting != null) {
			this.pending = null;
			this.links.add(new LinkDraft(waiting.dimension, false, waiting.code.path(), waiting.printed, Passage.NONE));
			this.remarks.add(Question.LINK_WITHOUT_TITLE, waiting.printed.span(), waiting.printed.text());
		}
	}

	void endCell() {
		if (this.doubtful != null) {
			this.remarks.add(Question.LINK_SHAPE, this.doubtful);
		}
		this.doubtful = null;
	}

	void endRow() {
		settlePending();
		endCell();
	}

	/** Whether a label stands above that has no code below it yet. */
	boolean isWaiting() {
		String open = this.label;
		return open != null && this.links.stream().noneMatch((link) -> link.dimension().equals(open));
	}

	boolean isEmpty() {
		return this.links.isEmpty();
	}

	List<LinkDraft> links() {
		endRow();
		return List.copyOf(this.links);
	}

	private record Pending(String dimension, PlanCode code, Passage printed) {
	}

}
