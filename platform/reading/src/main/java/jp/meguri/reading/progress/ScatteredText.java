package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Texts of several items that run into one another. Their paragraphs are tied one by one:
 * by words shared with one title, and where a single stretch and a single item are left.
 */
final class ScatteredText {

	private final List<OpenItem> items;

	private final List<TextGroup> groups;

	private final BiConsumer<OpenItem, TextGroup> whole;

	private final List<Chunk> chunks = new ArrayList<>();

	/**
	 * @param items the items
	 * @param groups the texts that stand together
	 * @param whole gives an item a text of its own
	 */
	ScatteredText(List<OpenItem> items, List<TextGroup> groups, BiConsumer<OpenItem, TextGroup> whole) {
		this.items = items;
		this.groups = groups;
		this.whole = whole;
		for (int group = 0; group < groups.size(); group++) {
			for (List<Line> lines : Division.chunks(groups.get(group).text())) {
				this.chunks.add(new Chunk(group, lines));
			}
		}
	}

	/** Owners of the first paragraphs, by the index of the token these begin. */
	Map<Integer, OpenItem> tie() {
		Map<Integer, OpenItem> owners = new TreeMap<>();
		if (this.groups.stream().anyMatch((group) -> group.issues() != null)) {
			return owners;
		}
		List<Integer> clear = new Affinity(this.items.stream().map((item) -> item.titleToken().run().chars()).toList(),
				this.chunks.stream().map(Chunk::words).toList())
			.clear(false);
		for (int i = 0; i < this.chunks.size(); i++) {
			this.chunks.get(i).owner = clear.get(i);
		}
		completeGroups();
		completeLast();
		for (int item = 0; item < this.items.size(); item++) {
			give(item, owners);
		}
		return owners;
	}

	/**
	 * A text whose tied paragraphs are all of one item, which has no others, is its own.
	 */
	private void completeGroups() {
		for (int group = 0; group < this.groups.size(); group++) {
			Set<Integer> owners = new HashSet<>(owners(group));
			if (owners.size() == 1 && !ownsElsewhere(owners.iterator().next(), group)) {
				int at = group;
				this.chunks.stream()
					.filter((chunk) -> chunk.group == at)
					.forEach((chunk) -> chunk.owner = owners.iterator().next());
			}
		}
	}

	private List<Integer> owners(int group) {
		return this.chunks.stream()
			.filter((chunk) -> chunk.group == group && chunk.owner >= 0)
			.map((chunk) -> chunk.owner)
			.toList();
	}

	private boolean ownsElsewhere(int owner, int group) {
		return this.chunks.stream().anyMatch((chunk) -> chunk.owner == owner && chunk.group != group);
	}

	private void completeLast() {
		List<Integer> left = IntStream.range(0, this.chunks.size())
			.filter((i) -> this.chunks.get(i).owner < 0)
			.boxed()
			.toList();
		List<Integer> unfinished = IntStream.range(0, this.items.size())
			.filter((item) -> stretches(item).size() < 2 && !ownsGroup(item))
			.boxed()
			.toList();
		boolean oneStretch = !left.isEmpty() && left.get(left.size() - 1) - left.get(0) == left.size() - 1;
		if (oneStretch && unfinished.size() == 1) {
			left.forEach((i) -> this.chunks.get(i).owner = unfinished.get(0));
		}
	}

	private boolean ownsGroup(int item) {
		return IntStream.range(0, this.groups.size())
			.anyMatch((group) -> this.chunks.stream()
				.filter((chunk) -> chunk.group == group)
				.allMatch((chunk) -> chunk.owner == item));
	}

	/** Neighbouring paragraphs of an item. */
	private List<List<Chunk>> stretches(int item) {
		List<List<Chunk>> stretches = new ArrayList<>();
		Chunk above = null;
		for (Chunk chunk : this.chunks) {
			if (chunk.owner == item) {
				if (above == null || above.owner != item || above.group != chunk.group) {
					stretches.add(new ArrayList<>());
				}
				stretches.get(stretches.size() - 1).add(chunk);
			}
			above = chunk;
		}
		return stretches;
	}

	private void give(int index, Map<Integer, OpenItem> owners) {
		OpenItem item = this.items.get(index);
		List<List<Chunk>> stretches = stretches(index);
		if (stretches.size() == 1 && ownsGroup(index)) {
			this.whole.accept(item, this.groups.get(stretches.get(0).get(0).group));
		}
		else if (stretches.size() == 2) {
			item.progress = lines(stretches.get(0));
			item.issues = lines(stretches.get(1));
		}
		else {
			return;
		}
		Chunk first = stretches.get(0).get(0);
		TextGroup group = this.groups.get(first.group);
		if (group.text().get(0) == first.lines.get(0)) {
			owners.put(group.index(), item);
		}
		else {
			owners.put(-1 - index, item);
		}
	}

	private static List<Line> lines(List<Chunk> stretch) {
		return stretch.stream().flatMap((chunk) -> chunk.lines.stream()).toList();
	}

	private static final class Chunk {

		private final int group;

		private final List<Line> lines;

		private int owner = -1;

		Chunk(int group, List<Line> lines) {
			this.group = group;
			this.lines = lines;
		}

		String words() {
			return Titles.run(this.lines).chars();
		}

	}

}
