package jp.meguri.reading.reformplan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where the initiatives of an item stand, by their path: [2, 1] is イ(ア).
 */
final class InitiativePaths {

	private final Map<List<Integer>, Integer> places = new HashMap<>();

	private @Nullable Integer top;

	private int topOrdinal;

	private List<Sub> subs = new ArrayList<>();

	void add(int level, Sign sign, int at) {
		if (level == 1) {
			this.top = at;
			this.topOrdinal = sign.ordinal();
			this.subs = new ArrayList<>();
			put(List.of(sign.ordinal()), sign, at);
		}
		else if (level == 2 && sign.kind().isNumbered()) {
			this.subs.add(new Sub(at));
			put(List.of(this.topOrdinal, sign.ordinal()), sign, at);
		}
	}

	private void put(List<Integer> path, Sign sign, int at) {
		if (sign.ordinal() > 0) {
			this.places.putIfAbsent(path, at);
		}
	}

	@Nullable Integer at(List<Integer> path) {
		return this.places.get(path);
	}

	/**
	 * A phase belongs to the sub-initiative above it if that is the only one since the
	 * last phase; below several it belongs to the initiative that holds them.
	 */
	Owner ownerOfPhase() {
		if (this.subs.isEmpty()) {
			return new Owner(this.top, false);
		}
		Sub last = this.subs.get(this.subs.size() - 1);
		boolean own = this.subs.size() == 1 || last.hasPhases || this.subs.get(this.subs.size() - 2).hasPhases;
		last.hasPhases = own;
		return new Owner(own ? Integer.valueOf(last.at) : this.top, !own);
	}

	/**
	 * @param at the initiative, or null for the item itself
	 * @param several whether it stands below several entries of that initiative
	 */
	record Owner(@Nullable Integer at, boolean several) {
	}

	private static final class Sub {

		private final int at;

		private boolean hasPhases;

		Sub(int at) {
			this.at = at;
		}

	}

}
