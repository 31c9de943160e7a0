package jp.meguri.reading.reformplan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.draft.PlanDraft.NodeDraft;

/**
 * The areas of a plan. A style of heading not met yet opens a level below; areas without
 * parts stay without (the tree is ragged).
 */
final class PlanTree {

	private final List<NodeDraft> nodes = new ArrayList<>();

	private final Deque<Level> open = new ArrayDeque<>();

	void add(Heading heading) {
		if (this.open.stream().anyMatch((level) -> level.style.equals(heading.style()))) {
			while (!this.open.peek().style.equals(heading.style())) {
				this.open.pop();
			}
			this.open.pop();
		}
		Level above = this.open.peek();
		List<Integer> path = new ArrayList<>((above != null) ? above.node.path() : List.of());
		path.add(heading.ordinal());
		NodeDraft node = new NodeDraft(heading.code().span().start(), (above != null) ? above.node.at() : null,
				this.open.size() + 1, heading.levelName(), path, heading.code().passage(), heading.title().passage(),
				List.of());
		this.nodes.add(node);
		this.open.push(new Level(heading.style(), node));
	}

	/** The node that items below the last heading belong to, or null. */
	@Nullable Integer current() {
		return this.open.isEmpty() ? null : this.open.peek().node.at();
	}

	List<NodeDraft> nodes() {
		return this.nodes;
	}

	private record Level(String style, NodeDraft node) {
	}

}
