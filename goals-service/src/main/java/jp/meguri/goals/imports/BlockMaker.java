package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.Tag;
import jp.meguri.reading.draft.Entry;
import jp.meguri.reading.draft.Mark;
import jp.meguri.reading.draft.Passage;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was read into blocks of our own, and remembers where everything stands.
 */
final class BlockMaker {

	private final Map<Integer, UUID> blockAt = new HashMap<>();

	private final Map<String, List<Place>> spans = new HashMap<>();

	/** An entry may repeat or cite one further down, so all have their ids first. */
	void name(Collection<Entry> entries) {
		entries.forEach((entry) -> this.blockAt.putIfAbsent(entry.at(), Ids.next()));
	}

	List<Block> blocks(List<Entry> entries) {
		return entries.stream().map((entry) -> block(entry, entry.level())).toList();
	}

	Block block(Entry entry, int level) {
		UUID id = idAt(entry.at());
		return new Block(id, level, entry.marker(), text(id, entry), tags(entry), original(entry));
	}

	/** The words of an entry that becomes no block but something else with this id. */
	String text(UUID id, Entry entry) {
		List<Place> places = new ArrayList<>();
		if (entry.markerSpan() != null) {
			places.add(Place.of(entry.markerSpan()));
		}
		places.addAll(Place.of(entry.text().spans()));
		this.spans.put(id.toString(), places);
		return entry.text().text();
	}

	/** A passage that is one line of the form. */
	String line(String name, Passage... passages) {
		List<Place> places = new ArrayList<>();
		List<String> texts = new ArrayList<>();
		for (Passage passage : passages) {
			places.addAll(Place.of(passage.spans()));
			if (!passage.isEmpty()) {
				texts.add(passage.text().replace('\n', ' '));
			}
		}
		if (!places.isEmpty()) {
			this.spans.put(name, places);
		}
		return String.join(" ", texts);
	}

	void place(String name, List<Place> places) {
		this.spans.put(name, places);
	}

	/** The block of the entry that begins there. */
	UUID idAt(int at) {
		UUID id = this.blockAt.get(at);
		if (id == null) {
			throw new IllegalStateException("No entry begins at " + at);
		}
		return id;
	}

	@Nullable UUID idAtOrNull(@Nullable Integer at) {
		return (at != null) ? this.blockAt.get(at) : null;
	}

	Map<String, List<Place>> spans() {
		return Map.copyOf(this.spans);
	}

	private @Nullable UUID original(Entry entry) {
		return (entry.repeatOf() != null) ? idAt(entry.repeatOf()) : null;
	}

	/** An entry is new or expanded, not both. */
	private static List<Tag> tags(Entry entry) {
		return entry.tags()
			.stream()
			.map((mark) -> (mark.kind() == Mark.Kind.NEW) ? Tag.NEW : Tag.EXPANDED)
			.limit(1)
			.toList();
	}

}
