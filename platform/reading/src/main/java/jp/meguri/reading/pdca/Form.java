package jp.meguri.reading.pdca;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The form as the document's best legible heads show it. Heads that cannot be read on one
 * page are known from another, where all legible ones agree on how far the columns are
 * moved.
 */
final class Form {

	private static final int ANCHORS = 3;

	private final List<Heads> all;

	private final @Nullable Heads best;

	Form(List<Heads> all) {
		this.all = all;
		this.best = all.stream().max(Comparator.comparingInt((heads) -> heads.positions().size())).orElse(null);
	}

	/** The columns of one table. */
	Grid grid(Heads heads) {
		Integer moved = moved(heads);
		Map<Column, Integer> positions = new EnumMap<>(Column.class);
		positions.putAll(heads.positions());
		if (moved == null || this.best == null) {
			return new Grid(positions, (heads.levels().size() == depth()) ? heads.levels() : List.of(), 0,
					heads.width(), heads.relatedBesideLead());
		}
		this.best.positions().forEach((column, position) -> {
			int here = position + moved;
			if (here >= 0 && here < heads.width() && !positions.containsValue(here)) {
				positions.putIfAbsent(column, here);
			}
		});
		return new Grid(positions, this.best.levels(), moved, heads.width(), this.best.relatedBesideLead());
	}

	/** How far the columns are moved against the best heads, or null if that differs. */
	private @Nullable Integer moved(Heads heads) {
		if (this.best == null) {
			return null;
		}
		Map<Column, Integer> known = this.best.positions();
		List<Integer> distances = heads.positions()
			.entrySet()
			.stream()
			.filter((entry) -> known.containsKey(entry.getKey()))
			.map((entry) -> entry.getValue() - known.getOrDefault(entry.getKey(), 0))
			.toList();
		boolean agree = Set.copyOf(distances).size() == 1 && distances.size() >= ANCHORS;
		return agree ? distances.get(0) : null;
	}

	/** Levels of the plan above the commitments. */
	int depth() {
		return (this.best != null) ? this.best.levels().size() : 0;
	}

	private int column(int level) {
		return (this.best != null && level <= depth()) ? this.best.levels().get(level - 1) : -1;
	}

	/** What the document calls a level: the words most heads agree on. */
	String levelName(int level) {
		Map<String, Long> votes = this.all.stream()
			.filter((heads) -> moved(heads) != null)
			.map((heads) -> heads.words(column(level) + Objects.requireNonNullElse(moved(heads), 0)))
			.filter((words) -> !words.isEmpty())
			.collect(Collectors.groupingBy((words) -> words, LinkedHashMap::new, Collectors.counting()));
		return votes.entrySet()
			.stream()
			.reduce((a, b) -> (b.getValue() > a.getValue()) ? b : a)
			.map(Map.Entry::getKey)
			.orElse("");
	}

}
