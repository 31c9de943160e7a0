package jp.meguri.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;

import jp.meguri.reading.draft.Span;

/**
 * How well what was read agrees with what a person marked. Each line of a gold list is
 * matched at most once.
 *
 * @param marked how many lines the gold list has
 * @param read how many phrases were read
 * @param matched how many of both agree
 * @param missed lines nothing agreed with, by their place
 * @param wrong phrases that agreed with no line, by their place
 */
record Score(int marked, int read, int matched, List<String> missed, List<String> wrong) {

	/**
	 * Compares by place and meaning.
	 * @param same whether a phrase that overlaps a line means the same
	 */
	static <G, R> Score of(List<G> gold, Function<G, Span> goldPlace, List<R> read, Function<R, Span> readPlace,
			BiPredicate<G, R> same) {
		Set<Integer> used = new HashSet<>();
		Set<Integer> right = new TreeSet<>();
		for (int i = 0; i < read.size(); i++) {
			for (int j = 0; j < gold.size(); j++) {
				Span place = readPlace.apply(read.get(i));
				if (!used.contains(j) && !right.contains(i) && overlap(place, goldPlace.apply(gold.get(j)))
						&& same.test(gold.get(j), read.get(i))) {
					used.add(j);
					right.add(i);
				}
			}
		}
		List<String> missed = new ArrayList<>();
		List<String> wrong = new ArrayList<>();
		for (int j = 0; j < gold.size(); j++) {
			if (!used.contains(j)) {
				missed.add(gold.get(j).toString());
			}
		}
		for (int i = 0; i < read.size(); i++) {
			if (!right.contains(i)) {
				wrong.add(read.get(i).toString());
			}
		}
		return new Score(gold.size(), read.size(), right.size(), missed, wrong);
	}

	private static boolean overlap(Span a, Span b) {
		return a.start() < b.end() && b.start() < a.end();
	}

	double precision() {
		return (this.read == 0) ? 1 : (double) this.matched / this.read;
	}

	double recall() {
		return (this.marked == 0) ? 1 : (double) this.matched / this.marked;
	}

	@Override
	public String toString() {
		return "%d marked, %d read, %d agree: precision %.3f, recall %.3f".formatted(this.marked, this.read,
				this.matched, precision(), recall());
	}

}
