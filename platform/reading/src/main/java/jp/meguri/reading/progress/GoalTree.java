package jp.meguri.reading.progress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.Passage;
import jp.meguri.reading.draft.PlanDraft.NodeDraft;
import jp.meguri.reading.draft.Span;
import jp.meguri.reading.layout.Width;

/**
 * The plan's tree as its headings show it. A heading printed again on another page is the
 * same node; categories (取組項目) stand below the heading above them.
 */
final class GoalTree {

	private final Map<String, NodeDraft> nodes = new HashMap<>();

	private final List<String> order = new ArrayList<>();

	private final Deque<Level> open = new ArrayDeque<>();

	private final List<Span> labels = new ArrayList<>();

	void add(LevelHead head) {
		while (isOpen(head.levelName())) {
			this.open.pop();
		}
		this.labels.addAll(head.label().spans());
		String key = path(head);
		if (this.nodes.containsKey(key)) {
			this.labels.addAll(head.code().spans());
			this.labels.addAll(head.title().spans());
			this.labels.addAll(head.pages().spans());
		}
		else {
			put(key, node(head));
		}
		this.open.push(new Level(head.levelName(), key));
	}

	private boolean isOpen(String levelName) {
		return this.open.stream().anyMatch((level) -> level.name.equals(levelName));
	}

	private String path(LevelHead head) {
		return (this.open.isEmpty() ? "" : this.open.peek().key + " ") + head.identity();
	}

	private NodeDraft node(LevelHead head) {
		NodeDraft above = current();
		List<Integer> path = new ArrayList<>((above != null) ? above.path() : List.of());
		path.add(head.ordinal());
		List<Passage> notes = (head.pages().length() > 0) ? List.of(head.pages().passage()) : List.of();
		return new NodeDraft(head.code().span().start(), (above != null) ? above.at() : null, this.open.size() + 1,
				head.levelName(), path, head.code().passage(), head.title().passage(), notes);
	}

	private void put(String key, NodeDraft node) {
		this.nodes.put(key, node);
		this.order.add(key);
	}

	/**
	 * The category with this title below the heading above; one is made if there is none.
	 */
	int category(Token token) {
		NodeDraft above = current();
		String key = (this.open.isEmpty() ? "" : this.open.peek().key) + " "
				+ Width.undoubled(Width.key(token.run().folded()));
		NodeDraft known = this.nodes.get(key);
		if (known != null) {
			this.labels.addAll(token.run().spans());
			return known.at();
		}
		NodeDraft node = new NodeDraft(token.run().span().start(), (above != null) ? above.at() : null,
				this.open.size() + 1, Word.levelName(token.label()), List.of(), Passage.NONE,
				Titles.passage(token.lines()), List.of());
		put(key, node);
		return node.at();
	}

	/** A remark in brackets below a heading, in an overview, is a note of that node. */
	void note(LevelHead head, Passage note) {
		for (String key : this.order) {
			NodeDraft node = this.nodes.get(key);
			if (node != null && node.levelName().equals(head.levelName())
					&& node.path().get(node.path().size() - 1) == head.ordinal()) {
				List<Passage> notes = new ArrayList<>(node.notes());
				notes.add(note);
				this.nodes.put(key, new NodeDraft(node.at(), node.parent(), node.level(), node.levelName(), node.path(),
						node.code(), node.title(), notes));
				return;
			}
		}
	}

	private @Nullable NodeDraft current() {
		Level level = this.open.peek();
		return (level != null) ? this.nodes.get(level.key) : null;
	}

	/** The heading items below belong to, or null. */
	@Nullable Integer currentAt() {
		NodeDraft node = current();
		return (node != null) ? Integer.valueOf(node.at()) : null;
	}

	List<NodeDraft> nodes() {
		return this.order.stream().flatMap((key) -> Stream.ofNullable(this.nodes.get(key))).toList();
	}

	/** Level names, and headings printed again. */
	List<Span> labels() {
		return this.labels;
	}

	private record Level(String name, String key) {
	}

}
