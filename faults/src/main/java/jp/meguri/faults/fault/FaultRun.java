package jp.meguri.faults.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jp.meguri.faults.load.Probe;
import jp.meguri.faults.platform.Platform;
import tools.jackson.databind.json.JsonMapper;

/**
 * Breaks one thing after the other and measures how long it takes until everything works
 * again.
 */
public final class FaultRun {

	/** What does not work again after this time does not recover. */
	private static final Duration LONGEST = Duration.ofMinutes(3);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Platform platform;

	private final Probe probe;

	private final Path log;

	public FaultRun(Platform platform, Probe probe, Path log) {
		this.platform = platform;
		this.probe = probe;
		this.log = log;
	}

	/**
	 * Breaks things; a fault that has begun is ended and measured.
	 * @param schedule what breaks
	 * @param until no fault begins after it
	 * @param most how many faults at most
	 * @return whether everything worked again after each of them
	 */
	public boolean run(Schedule schedule, Instant until, int most) throws IOException, InterruptedException {
		Files.deleteIfExists(this.log);
		for (int fault = 0; fault < most; fault++) {
			TimeUnit.MILLISECONDS.sleep(schedule.pause().toMillis());
			if (Instant.now().isAfter(until)) {
				return true;
			}
			var line = suffer(schedule.next());
			Files.writeString(this.log, JSON.writeValueAsString(line) + "\n", StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
			if (line.recovered() == null) {
				return false;
			}
		}
		return true;
	}

	private FaultLine suffer(Fault fault) throws InterruptedException {
		System.out.printf("  %tT %s", System.currentTimeMillis(), fault);
		System.out.flush();
		var began = Instant.now();
		fault.begin().accept(this.platform);
		try {
			TimeUnit.MILLISECONDS.sleep(fault.length().toMillis());
		}
		finally {
			fault.end().accept(this.platform);
		}
		var ended = Instant.now();
		var recovery = this.probe.recovery(ended, LONGEST);
		var seconds = recovery.map((time) -> time.toMillis() / 1000.0).orElse(null);
		System.out.println((seconds != null) ? " → %.1f s".formatted(seconds) : " ✗");
		return new FaultLine(fault.toString(), fault.mechanism(), fault.target(), began.toEpochMilli(),
				ended.toEpochMilli(), seconds);
	}

	public static List<FaultLine> read(Path log) throws IOException {
		return Files.exists(log)
				? Files.readAllLines(log).stream().map((line) -> JSON.readValue(line, FaultLine.class)).toList()
				: List.of();
	}

}
