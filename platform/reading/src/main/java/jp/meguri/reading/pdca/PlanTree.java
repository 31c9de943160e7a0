package jp.meguri.reading.pdca;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.remarks.Remarks;

/**
 * The plan's tree (基本方針, 取り組みの方針, 取り組みの項目) as rows open its nodes, and the place the
 * reader is at.
 */
final class PlanTree {

	private static final Pattern WORDS = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{2}");

	private static final Pattern NO_HEADING = Pattern.compile("[・※].*|.*。.*|.{80,}|\\d{1,3}");

	private final int depth;

	private final IntFunction<String> levelName;

	private final Coverage coverage;

	private final Remarks remarks;

	private final List<NodeDraft> nodes = new ArrayList<>();

	private final @Nullable NodeDraft[] current;

	private final int[] lastNumber;

	private final boolean[] lost;

	private final Map<String, Integer> levelOfStyle = new HashMap<>();

	PlanTree(int depth, IntFunction<String> levelName, Coverage coverage, Remarks remarks) {
		this.depth = depth;
		this.levelName = levelName;
		this.coverage = coverage;
		this.remarks = remarks;
		this.current = new NodeDraft[depth + 1];
		this.lastNumber = new int[depth + 1];
		this.lost = new boolean[depth + 1];
	}

	/**
	 * Headings over the whole table, one below the other; extraction may have split each
	 * into cells. Their level follows from their sign, then from how many there are, then
	 * from the column they begin in.
	 */
	void headings(List<Heading> headings) {
		boolean complete = headings.size() == this.depth - 1;
		for (int i = 0; i < headings.size(); i++) {
			Heading heading = headings.get(i);
			Run text = Run.concat(heading.parts);
			NodeCode code = NodeCode.before(text.folded());
			Integer known = this.levelOfStyle.get(code.style());
			int level = (code.end() > 0 && known != null) ? known : complete ? i + 1 : heading.level;
			if (!complete && known == null && !heading.inPlace) {
				this.remarks.add(PdcaReason.ROW_SHIFTED, text.span());
				continue;
			}
			open(level, text);
			if (heading.parts.size() > 1) {
				this.remarks.add(PdcaReason.NODE_SPLIT, text.span());
			}
		}
	}

	/** The cells of a row that hold levels. */
	void levels(Map<Integer, Run> cells) {
		Run leaf = cells.get(this.depth);
		cells.forEach((level, text) -> {
			if (NO_HEADING.matcher(text.key()).matches()) {
				return;
			}
			if (level < this.depth && !WORDS.matcher(text.key()).find()) {
				scrap(level, text, leaf);
			}
			else if (!repeats(level, text)) {
				if (level == this.depth && beginsAnew(text)) {
					lostHeading(level - 1, text);
				}
				open(level, text);
			}
		});
	}

	/**
	 * No words: the remains of a heading if the numbers below begin anew, else of no use.
	 */
	private void scrap(int level, Run text, @Nullable Run leaf) {
		if (leaf != null && level == this.depth - 1 && beginsAnew(leaf)) {
			add(level, NodeCode.NONE, text);
			this.remarks.add(PdcaReason.NODE_UNREADABLE, text.span(), name(level));
		}
	}

	private boolean beginsAnew(Run text) {
		NodeCode code = NodeCode.before(text.folded());
		return code.last() == 1 && this.lastNumber[this.depth] >= 1 && this.depth > 1;
	}

	private void lostHeading(int level, Run text) {
		this.remarks.add(PdcaReason.NODE_UNKNOWN, text.span(), name(level));
		this.current[level] = null;
		this.lost[level] = true;
	}

	private boolean repeats(int level, Run text) {
		NodeDraft node = this.current[level];
		if (node == null || !Width.key(node.code().text() + node.title().text()).equals(text.key())) {
			return false;
		}
		this.coverage.leave(text.spans(), Leftover.Kind.LABEL);
		return true;
	}

	private void open(int level, Run text) {
		NodeCode code = NodeCode.before(text.folded());
		if (text.from(code.end()).trim().length() == 0) {
			code = NodeCode.NONE;
		}
		if (code.end() > 0) {
			this.levelOfStyle.putIfAbsent(code.style(), level);
		}
		else if (!this.levelOfStyle.isEmpty() && this.levelOfStyle.containsValue(level)) {
			this.remarks.add(PdcaReason.NODE_WITHOUT_CODE, text.span(), name(level));
		}
		add(level, code, text);
	}

	private void add(int level, NodeCode code, Run text) {
		Run title = text.from(code.end()).trim();
		while (title.length() > 1 && code.end() > 0 && ".:、)".indexOf(title.folded().charAt(0)) >= 0) {
			title = title.from(1).trim();
		}
		int start = text.span().start();
		NodeDraft node = new NodeDraft(start, parentOf(level), level, this.levelName.apply(level), code.path(),
				(code.end() > 0) ? text.part(0, code.end()).passage() : Passage.NONE, title.passage(), List.of());
		this.nodes.add(node);
		this.current[level] = node;
		this.lastNumber[level] = (code.last() > 0) ? code.last() : this.lastNumber[level];
		this.lost[level] = false;
		for (int below = level + 1; below <= this.depth; below++) {
			this.current[below] = null;
			this.lastNumber[below] = 0;
			this.lost[below] = false;
		}
	}

	private @Nullable Integer parentOf(int level) {
		for (int above = level - 1; above >= 1 && !this.lost[above]; above--) {
			NodeDraft node = this.current[above];
			if (node != null) {
				return node.at();
			}
		}
		return null;
	}

	private String name(int level) {
		return this.levelName.apply(level);
	}

	/** The deepest node open, or null. */
	@Nullable Integer at() {
		for (int level = this.depth; level >= 1; level--) {
			NodeDraft node = this.current[level];
			if (node != null) {
				return node.at();
			}
		}
		return null;
	}

	List<NodeDraft> nodes() {
		return this.nodes;
	}

	/**
	 * A heading over the whole table.
	 *
	 * @param level the level of the column it begins in
	 * @param parts its cells
	 * @param inPlace whether its row is as wide as the table, so that the level counts
	 */
	record Heading(int level, List<Run> parts, boolean inPlace) {

		Span span() {
			return this.parts.get(0).span().through(this.parts.get(this.parts.size() - 1).span());
		}

	}

}
