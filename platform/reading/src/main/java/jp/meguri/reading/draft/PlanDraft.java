package jp.meguri.reading.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's document (改革プラン, 福祉計画の進捗評価, 行政改革の取組み結果) says: the plan's tree, and what
 * was committed to under it.
 *
 * @param nodes the plan's tree in document order, parents first
 * @param commitments the rows or items somebody answers for, in document order
 * @param grades the document's own legend of grades (達成度, 評価); empty where it has none
 * @param glossary terms the document defines in footnotes
 */
public record PlanDraft(List<NodeDraft> nodes, List<CommitmentDraft> commitments, List<GradeLegend> grades,
		List<TermDraft> glossary) {

	public PlanDraft {
		nodes = List.copyOf(nodes);
		commitments = List.copyOf(commitments);
		grades = List.copyOf(grades);
		glossary = List.copyOf(glossary);
	}

	/**
	 * A node of the plan above the commitments: area, goal, measure, category.
	 *
	 * @param at where it begins: its identity within the draft
	 * @param parent {@code at} of the node above, or null at the top or where it cannot
	 * be told
	 * @param level 1 for the top; levels may be left out in between
	 * @param levelName what the document calls this level, e.g. 基本目標; empty for none
	 * @param path the code as numbers; empty without a code
	 * @param code the code as printed, or none
	 * @param title the title as printed
	 * @param notes what stands beside the title, e.g. pages of the plan
	 */
	public record NodeDraft(int at, @Nullable Integer parent, int level, String levelName, List<Integer> path,
			Passage code, Passage title, List<Passage> notes) {

		public NodeDraft {
			path = List.copyOf(path);
			notes = List.copyOf(notes);
		}

	}

	/**
	 * A line of the legend of grades.
	 *
	 * @param code the grade as a plain letter A to D, look-alikes folded
	 * @param printed the letter as printed
	 * @param meaning what it stands for
	 */
	public record GradeLegend(String code, Passage printed, Passage meaning) {
	}

	/**
	 * A footnote that defines a term.
	 *
	 * @param mark the footnote's mark as printed
	 * @param term the term, or none where the note does not name it
	 * @param definition the text
	 */
	public record TermDraft(Passage mark, Passage term, Passage definition) {
	}

}
