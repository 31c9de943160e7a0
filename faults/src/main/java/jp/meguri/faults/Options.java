package jp.meguri.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the person at the keyboard asked for.
 *
 * @param seed everything random follows from it
 * @param length how long people work and things break; start and audit come on top
 * @param faults how many faults at most
 * @param project the checkout
 * @param home directory of the run: logs, report, and the platform's data
 */
record Options(long seed, Duration length, int faults, Path project, Path home) {

	static final String USAGE = "./meguri faults [--seed N] [--minutes M | --faults N] | --storms";

	private static final double USUAL_MINUTES = 3;

	private static final double LONGEST_MINUTES = 24 * 60;

	static Options of(List<String> arguments, Path project, Path home) {
		long seed = ThreadLocalRandom.current().nextInt(1, 1_000_000);
		double minutes = USUAL_MINUTES;
		int faults = Integer.MAX_VALUE;
		if (arguments.size() % 2 != 0) {
			throw new IllegalArgumentException(USAGE);
		}
		for (int i = 0; i < arguments.size(); i += 2) {
			switch (arguments.get(i)) {
				case "--seed" -> seed = Long.parseLong(arguments.get(i + 1));
				case "--minutes" -> minutes = Double.parseDouble(arguments.get(i + 1));
				case "--faults" -> {
					faults = Integer.parseInt(arguments.get(i + 1));
					minutes = LONGEST_MINUTES;
				}
				default -> throw new IllegalArgumentException(USAGE);
			}
		}
		return new Options(seed, Duration.ofMillis(Math.round(minutes * 60_000)), faults, project, home);
	}

	Path platform() {
		return this.home.resolve("platform");
	}

}
