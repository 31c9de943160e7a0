package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.CommitmentDraft;
import jp.meguri.reading.draft.Leftover;
import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.layout.Coverage;
import jp.meguri.reading.layout.Width;
import jp.meguri.reading.remarks.Remarks;

/**
 * What stands before the first page: a title, or an overview (体系図) that repeats the
 * headings and titles below. A remark in brackets below a heading is a note of it.
 */
final class Overview {

	private static final double REPEATED = 0.8;

	private final List<Line> lines;

	private final Coverage coverage;

	private final Remarks remarks;

	private final List<Passage> captions = new ArrayList<>();

	Overview(List<Line> lines, Coverage coverage, Remarks remarks) {
		this.lines = lines;
		this.coverage = coverage;
		this.remarks = remarks;
	}

	/** Takes notes before the nodes are final. */
	void takeNotes(GoalTree tree) {
		@Nullable LevelHead above = null;
		for (Line line : this.lines) {
			String key = line.run().key();
			if (above != null && !line.afterBlank() && key.startsWith("(") && key.endsWith(")")) {
				tree.note(above, line.run().passage());
			}
			above = LevelHead.of(line);
		}
	}

	/** Lines that repeat what the pages say are labels; the others are captions. */
	void read(List<NodeDraft> nodes, List<CommitmentDraft> items) {
		Set<String> known = new HashSet<>();
		nodes.forEach((node) -> {
			addPairs(node.levelName() + node.code().text() + node.title().text(), known);
			node.notes().forEach((note) -> addPairs(note.text(), known));
		});
		items.forEach((item) -> addPairs(item.title().text(), known));
		boolean remarked = false;
		for (Line line : this.lines) {
			if (Sheet.isLegend(line)) {
				this.coverage.leave(line.run().spans(), Leftover.Kind.LABEL);
				continue;
			}
			if (!repeats(line, known)) {
				this.captions.add(line.run().passage());
				continue;
			}
			this.coverage.leave(line.run().spans(), Leftover.Kind.LABEL);
			if (!remarked) {
				this.remarks.add(Point.OVERVIEW, line.run().span());
				remarked = true;
			}
		}
	}

	private static boolean repeats(Line line, Set<String> known) {
		Set<String> pairs = new HashSet<>();
		addPairs(line.run().chars(), pairs);
		long shared = pairs.stream().filter(known::contains).count();
		return shared >= REPEATED * pairs.size();
	}

	private static void addPairs(String text, Set<String> pairs) {
		String key = Width.key(text);
		for (int i = 0; i + 1 < key.length(); i++) {
			String pair = key.substring(i, i + 2);
			if (pair.chars().allMatch(Character::isLetterOrDigit)) {
				pairs.add(pair);
			}
		}
	}

	List<Passage> captions() {
		return this.captions;
	}

}
