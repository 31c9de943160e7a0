package jp.meguri.local;

import java.net.URI;
import jp.meguri.local.process.Readiness;

/**
 * {@code ./meguri status}: what runs and answers.
 */
final class Status {

	private static final int NOT_RUNNING = 3;

	private final Home home;

	private final Screen screen;

	Status(Home home, Screen screen) {
		this.home = home;
		this.screen = screen;
	}

	int run() throws InterruptedException {
		var current = RunFile.current(this.home);
		if (current.isEmpty()) {
			this.screen.line("動いていません / not running");
			return NOT_RUNNING;
		}
		var run = current.get();
		var asking = new Readiness();
		boolean allReady = true;
		this.screen.line("Meguri  " + run.state() + "  " + run.url());
		for (var service : run.services().entrySet()) {
			boolean ready = asking.isReady(URI.create(service.getValue().readiness()));
			allReady &= ready;
			this.screen.line("  %s %-24s %s".formatted(ready ? "✓" : "✗", service.getKey(), service.getValue().url()));
		}
		this.screen.line("    %-24s %s".formatted("PostgreSQL", run.postgres()));
		this.screen.line("    %-24s %s".formatted("Kafka", run.kafka()));
		this.screen.line("    %-24s %s".formatted("認証 / provider", run.identity()));
		return allReady ? 0 : 1;
	}

}
