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

	private boolean lost;

	/** Adds an area, or gives false where its number says that it stands elsewhere. */
	boolean add(Heading heading) {
		this.lost = !isPlaced(heading);
		if (this.lost) {
			return false;
		}
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
		return true;
	}

	/**
	 * A number goes on with those of its style, or is the first of a new one. One that
	 * skips numbers and is due on a level below has lost its brackets.
	 */
	private boolean isPlaced(Heading heading) {
		int ordinal = heading.ordinal();
		boolean dueBelow = false;
		for (Level level : this.open) {
			if (level.style.equals(heading.style())) {
				return ordinal == level.ordinal() + 1 || ordinal > level.ordinal() && !dueBelow;
			}
			dueBelow = dueBelow || level.ordinal() + 1 == ordinal;
		}
		return this.open.isEmpty() || ordinal == 1;
	}

	/** The node that items below the last heading belong to, or null. */
	@Nullable Integer current() {
		return (this.open.isEmpty() || this.lost) ? null : this.open.peek().node.at();
	}

	List<NodeDraft> nodes() {
		return this.nodes;
	}

	private record Level(String style, NodeDraft node) {

		int ordinal() {
			return this.node.path().get(this.node.path().size() - 1);
		}

	}

}
