package jp.meguri.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import jp.meguri.local.clock.ClockStep;
import jp.meguri.local.files.PrivateFiles;

/**
 * {@code ./meguri clock}: shows how far domain time is ahead, moves it, puts it back.
 */
final class Clock {

	private final Home home;

	private final Screen screen;

	Clock(Home home, Screen screen) {
		this.home = home;
		this.screen = screen;
	}

	void run(List<String> arguments) throws IOException {
		if (arguments.isEmpty()) {
			this.screen.line(Files.exists(this.home.clock()) ? Files.readString(this.home.clock()).strip() : "P0D");
		}
		else if (arguments.get(0).equals("reset")) {
			Files.deleteIfExists(this.home.clock());
			this.screen.line("業務日付は今日です / domain time is now");
		}
		else {
			requireDemo();
			var step = ClockStep.parse(arguments.get(0))
				.orElseThrow(() -> new Refusal("使い方: ./meguri clock +20d（h 時間、d 日、w 週、m 月）または reset",
						"Usage: ./meguri clock +20d (h hours, d days, w weeks, m months) or reset"));
			PrivateFiles.write(this.home.clock(), step + "\n");
			this.screen.line("業務日付を進めました / domain time is ahead by " + step);
		}
	}

	/** Only the services of a running embedded default look at the file. */
	private void requireDemo() {
		if (RunFile.current(this.home).isEmpty()) {
			throw new Refusal("業務日付は、./meguri up で動いている間だけ進められます。",
					"Domain time can be moved only while ./meguri up runs.");
		}
	}

}
