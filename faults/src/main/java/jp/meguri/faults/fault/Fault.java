package jp.meguri.faults.fault;

import java.time.Duration;
import java.util.function.Consumer;

import jp.meguri.faults.platform.Platform;

/**
 * Something that breaks for a while.
 *
 * @param mechanism how
 * @param target what
 * @param length how long
 * @param begin breaks it
 * @param end what this run takes away itself; what was killed comes back by itself
 */
public record Fault(Mechanism mechanism, String target, Duration length, Consumer<Platform> begin,
		Consumer<Platform> end) {

	@Override
	public String toString() {
		return this.mechanism + " " + this.target
				+ (this.length.isZero() ? "" : " (%.1f s)".formatted(this.length.toMillis() / 1000.0));
	}

}
