package jp.meguri.evaluation.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.evaluation.release.ReleaseDocument.Entry;
import jp.meguri.evaluation.release.ReleaseDocument.Outcome;
import jp.meguri.events.content.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A text as the page nests it: paragraphs and lists in printed order. An entry belongs to
 * the nearest entry above it with a smaller level.
 *
 * @param parts paragraphs (one node, no list) and lists, in order
 */
record TextTree(List<Part> parts) {

	static final TextTree EMPTY = new TextTree(List.of());

	TextTree {
		parts = List.copyOf(parts);
	}

	static TextTree of(List<Entry> entries) {
		return of(entries, Map.of());
	}

	static TextTree of(List<Entry> entries, Map<UUID, Outcome> outcomes) {
		List<Part> parts = new ArrayList<>();
		int at = 0;
		while (at < entries.size()) {
			if (entries.get(at).level() == 0) {
				parts.add(new Part(Node.of(entries.get(at), outcomes, List.of()), List.of()));
				at++;
			}
			else {
				int end = at;
				while (end < entries.size() && entries.get(end).level() > 0) {
					end++;
				}
				parts.add(new Part(null, nodes(entries.subList(at, end), outcomes)));
				at = end;
			}
		}
		return new TextTree(parts);
	}

	boolean isEmpty() {
		return this.parts.isEmpty();
	}

	private static List<Node> nodes(List<Entry> entries, Map<UUID, Outcome> outcomes) {
		List<Node> nodes = new ArrayList<>();
		int at = 0;
		while (at < entries.size()) {
			int end = at + 1;
			while (end < entries.size() && entries.get(end).level() > entries.get(at).level()) {
				end++;
			}
			nodes.add(Node.of(entries.get(at), outcomes, nodes(entries.subList(at + 1, end), outcomes)));
			at = end;
		}
		return nodes;
	}

	/**
	 * @param paragraph the paragraph, or null where this part is a list
	 * @param list the entries, empty where this part is a paragraph
	 */
	record Part(@Nullable Node paragraph, List<Node> list) {
	}

	/**
	 * @param marks 新規, 拡充, 再掲 where the text does not say so itself
	 * @param outcome what became of it, e.g. 実施済（令和8年10月）, or null
	 * @param note the outcome's note
	 */
	record Node(String marker, String text, List<String> marks, @Nullable String outcome, String note,
			List<Node> children) {

		static Node of(Entry entry, Map<UUID, Outcome> outcomes, List<Node> children) {
			Outcome outcome = outcomes.get(entry.id());
			return new Node(entry.marker(), entry.text(), marksOf(entry), (outcome != null) ? Labels.of(outcome) : null,
					(outcome != null) ? outcome.note() : "", children);
		}

		private static List<String> marksOf(Entry entry) {
			List<String> marks = new ArrayList<>();
			for (Tag tag : entry.tags()) {
				marks.add(Labels.of(tag));
			}
			if (entry.repeated()) {
				marks.add("再掲");
			}
			marks.removeIf(entry.text()::contains);
			return marks;
		}

	}

}
