package jp.meguri.faults.proxy;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What is done to the connections of a proxy while it lasts.
 */
public interface Toxic {

	/** Nothing. */
	Toxic NONE = (direction, length, before) -> Decision.forward(length);

	/**
	 * @param direction which way the piece goes
	 * @param length its bytes
	 * @param before how many bytes the connection carried this way since the toxic came
	 */
	Decision on(Direction direction, int length, long before);

	/** Replies come late, by a time that varies. */
	static Toxic latency(Duration mean, Duration jitter, RandomGenerator random) {
		return (direction, length, before) -> {
			long most = jitter.toMillis();
			long by = (most > 0) ? random.nextLong(-most, most + 1) : 0;
			return (direction == Direction.DOWNSTREAM)
					? Decision.late(Duration.ofMillis(Math.max(0, mean.toMillis() + by)), length)
					: Decision.forward(length);
		};
	}

	/** Both ways carry only so many bytes in a second. */
	static Toxic bandwidth(int bytesPerSecond) {
		return (direction, length, before) -> Decision.late(Duration.ofMillis(1000L * length / bytesPerSecond), length);
	}

	/** Nothing goes through and nothing ends: a half-open connection. */
	static Toxic timeout() {
		return (direction, length, before) -> Decision.hold(length);
	}

	/** The connection is reset as soon as it carries something that way. */
	static Toxic reset(Direction when) {
		return (direction, length, before) -> (direction == when) ? Decision.reset(Duration.ZERO)
				: Decision.forward(length);
	}

	/**
	 * After so many bytes of replies the connection ends, in the middle of one if need
	 * be.
	 */
	static Toxic limit(long bytes) {
		return (direction, length, before) -> {
			if (direction == Direction.UPSTREAM || before + length <= bytes) {
				return Decision.forward(length);
			}
			return new Decision(Duration.ZERO, (int) Math.max(0, bytes - before), Decision.Then.CLOSED);
		};
	}

	/**
	 * The server gets the request and does it; its reply is lost, and after a while so is
	 * the connection.
	 */
	static Toxic swallow(Duration silence) {
		return (direction, length, before) -> (direction == Direction.DOWNSTREAM) ? Decision.reset(silence)
				: Decision.forward(length);
	}

	/** Only now and then what it is otherwise always. */
	default Toxic sometimes(double chance, RandomGenerator random) {
		return (direction, length, before) -> (random.nextDouble() < chance) ? on(direction, length, before)
				: Decision.forward(length);
	}

}
