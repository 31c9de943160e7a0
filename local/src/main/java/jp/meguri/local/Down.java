package jp.meguri.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code ./meguri down}: stops what runs, and what a killed launcher left behind.
 */
final class Down {

	private static final Duration LONGEST = Duration.ofMinutes(3);

	private final Home home;

	private final Screen screen;

	Down(Home home, Screen screen) {
		this.home = home;
		this.screen = screen;
	}

	void run() throws IOException, InterruptedException {
		var launcher = RunFile.current(this.home).flatMap(RunFile::launcher);
		if (launcher.isPresent()) {
			end(launcher.get());
		}
		boolean leftovers = new Leftovers(this.home, this.screen).end();
		Files.deleteIfExists(this.home.run());
		this.screen.line((launcher.isPresent() || leftovers) ? "停止しました / stopped" : "動いていません / not running");
	}

	private void end(ProcessHandle launcher) throws InterruptedException {
		this.screen.line("停止しています … / stopping …");
		launcher.destroy();
		try {
			launcher.onExit().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			launcher.destroyForcibly();
		}
	}

}
