package jp.meguri.local.process;

import java.time.Duration;

/**
 * How long to wait before the next start of something that keeps ending: doubling up to
 * half a minute, from the beginning again after a good minute.
 */
final class Backoff {

	private static final Duration FIRST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private static final Duration GOOD = Duration.ofMinutes(1);

	private Duration next = FIRST;

	Duration after(Duration run) {
		if (run.compareTo(GOOD) >= 0) {
			this.next = FIRST;
		}
		var wait = this.next;
		var doubled = wait.multipliedBy(2);
		this.next = (doubled.compareTo(LONGEST) < 0) ? doubled : LONGEST;
		return wait;
	}

}
