package jp.meguri.faults.storm;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What was measured, and whether it is what was promised.
 */
final class Findings {

	private final AtomicInteger broken = new AtomicInteger();

	void tell(String text, Object... values) {
		System.out.printf("  %tT   %s%n", System.currentTimeMillis(), text.formatted(values));
	}

	void check(boolean kept, String text, Object... values) {
		if (!kept) {
			this.broken.incrementAndGet();
		}
		System.out.printf("  %tT %s %s%n", System.currentTimeMillis(), kept ? "✓" : "✗", text.formatted(values));
	}

	int exitCode() {
		return (this.broken.get() == 0) ? 0 : 1;
	}

}
