package jp.meguri.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jp.meguri.faults.fault.FaultRun;
import jp.meguri.faults.fault.Replay;
import jp.meguri.faults.fault.Schedule;
import jp.meguri.faults.load.Client;
import jp.meguri.faults.load.ClientLog;
import jp.meguri.faults.load.Counts;
import jp.meguri.faults.load.Load;
import jp.meguri.faults.load.Probe;
import jp.meguri.faults.load.Tokens;
import jp.meguri.faults.platform.Platform;
import jp.meguri.faults.report.RunNote;
import jp.meguri.faults.storm.Storms;

/**
 * {@code ./meguri faults}: people work, things break, and an auditor, a process of its
 * own, looks at what is left.
 */
public final class Faults {

	private static final int AT_ONCE = 2;

	private static final Duration FIRST = Duration.ofMinutes(3);

	private static final int USAGE = 2;

	private Faults() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		try {
			if (List.of(arguments).equals(List.of("--storms"))) {
				System.exit(Storms.run(Path.of(System.getProperty("meguri.project")),
						Path.of(System.getProperty("meguri.faults"))));
			}
			System.exit(run(Options.of(List.of(arguments), Path.of(System.getProperty("meguri.project")),
					Path.of(System.getProperty("meguri.faults")))));
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.exit(USAGE);
		}
	}

	private static int run(Options options) throws IOException, InterruptedException {
		Files.createDirectories(options.home());
		System.out.printf("種 / seed %d%n", options.seed());
		// Letters whose sender died or failed are tried again soon: the audit waits for
		// them.
		try (var platform = Platform.start(options.project(), options.platform(),
				Map.of("MEGURI_MAIL_CLAIM", "10s", "MEGURI_MAIL_GATHER", "1s", "MEGURI_MAIL_PAUSE", "3s"));
				var log = ClientLog.create(options.home().resolve("client.log"))) {
			Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
			work(options, platform, log);
			return audit(options);
		}
	}

	private static void work(Options options, Platform platform, ClientLog log)
			throws IOException, InterruptedException {
		var run = platform.run();
		var counts = new Counts();
		var client = new Client(platform.front(), new Tokens(run.identity(), run.secret("script")), log, counts);
		var probe = Probe.create(client);
		var usual = probe.recovery(Instant.now(), FIRST)
			.orElseThrow(() -> new IllegalStateException("Meguri does not work before anything was broken"));
		System.out.printf("  %tT 始まります / begins; read, written and seen elsewhere in %.1f s%n",
				System.currentTimeMillis(), usual.toMillis() / 1000.0);
		var began = Instant.now();
		var load = new Load(client, options.seed());
		load.start(AT_ONCE);
		boolean works = new FaultRun(platform, probe, options.home().resolve("faults.log"))
			.run(new Schedule(options.seed()), began.plus(options.length()), options.faults());
		load.stop();
		platform.heal();
		var ended = Instant.now();
		long replayed = works ? new Replay(run).run() : 0;
		System.out.printf("  %tT 全部をもう一度 / everything on the topics once more: %d%n", System.currentTimeMillis(),
				replayed);
		new RunNote(options.seed(), began, ended, counts.total(), replayed).write(options.home());
	}

	/** In a process of its own, which knows only what was written down. */
	private static int audit(Options options) throws IOException, InterruptedException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8",
				"-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp", System.getProperty("java.class.path"),
				"jp.meguri.faults.audit.Auditor", options.home().toString())
			.inheritIO()
			.start()
			.waitFor();
	}

}
