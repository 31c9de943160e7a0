package jp.meguri.fuzz;

import java.util.Random;

/**
 * One way to spoil a request.
 *
 * @param name told with a fault
 * @param refused whether no 2xx may follow
 * @param spoil does it, and says whether there was anything to spoil
 */
record Mutation(String name, boolean refused, Spoil spoil) {

	boolean apply(Draft draft, Random random) {
		boolean done = this.spoil.on(draft, random);
		if (done) {
			draft.mutated(this.name, this.refused);
		}
		return done;
	}

	/** What is done to a request. */
	@FunctionalInterface
	interface Spoil {

		boolean on(Draft draft, Random random);

	}

}
