package jp.meguri.faults.proxy;

import java.time.Duration;

/**
 * What becomes of a piece of a stream.
 *
 * @param delay how long it waits
 * @param forwarded how many of its bytes go on; the others are lost
 * @param then what becomes of the connection afterwards
 */
public record Decision(Duration delay, int forwarded, Then then) {

	/**
	 * The connection afterwards.
	 */
	public enum Then {

		/** Goes on. */
		OPEN,
		/** The piece waits until the toxic is taken away, then goes on. */
		HELD,
		/** Both sides see a reset. */
		RESET,
		/** Both sides see an orderly end. */
		CLOSED

	}

	static Decision forward(int length) {
		return new Decision(Duration.ZERO, length, Then.OPEN);
	}

	static Decision late(Duration delay, int length) {
		return new Decision(delay, length, Then.OPEN);
	}

	static Decision hold(int length) {
		return new Decision(Duration.ZERO, length, Then.HELD);
	}

	static Decision reset(Duration after) {
		return new Decision(after, 0, Then.RESET);
	}

}
