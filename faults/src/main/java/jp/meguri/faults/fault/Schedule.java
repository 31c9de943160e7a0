package jp.meguri.faults.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The faults of a run, one after the other, without end: round after round every
 * mechanism once, in an order, with targets and lengths that follow from the seed.
 */
public final class Schedule {

	private final Deque<Mechanism> round = new ArrayDeque<>();

	private final Random random;

	private final Deck deck;

	public Schedule(long seed) {
		this.random = new Random(seed);
		this.deck = new Deck(this.random);
	}

	public Fault next() {
		if (this.round.isEmpty()) {
			var all = new ArrayList<>(List.of(Mechanism.values()));
			Collections.shuffle(all, this.random);
			this.round.addAll(all);
		}
		return this.deck.draw(this.round.remove());
	}

	/** The quiet time before the next fault. */
	public Duration pause() {
		return Duration.ofMillis(this.random.nextLong(1_000, 4_000));
	}

}
