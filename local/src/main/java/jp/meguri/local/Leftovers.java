package jp.meguri.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.meguri.local.process.ProcessList;

/**
 * Processes of a launcher that was killed: they are ended before anything new starts.
 */
final class Leftovers {

	private static final Duration GRACE = Duration.ofSeconds(10);

	private final Home home;

	private final Screen screen;

	Leftovers(Home home, Screen screen) {
		this.home = home;
		this.screen = screen;
	}

	/**
	 * Ends them.
	 * @return whether there were any
	 */
	boolean end() throws InterruptedException, IOException {
		var left = ProcessList.running(this.home.processes());
		if (!left.isEmpty()) {
			var names = String.join(", ", left.stream().map(ProcessList.Entry::name).toList());
			this.screen.line("前回の残りを終わらせます / ending what a former run left: " + names);
			end(left);
		}
		Files.deleteIfExists(this.home.processes());
		return !left.isEmpty();
	}

	private static void end(List<ProcessList.Entry> left) throws InterruptedException {
		var processes = left.stream().flatMap((entry) -> entry.process().stream()).toList();
		processes.forEach(ProcessHandle::destroy);
		for (var process : processes) {
			await(process);
		}
	}

	private static void await(ProcessHandle process) throws InterruptedException {
		try {
			process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			process.destroyForcibly();
		}
	}

}
