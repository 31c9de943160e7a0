package jp.meguri.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker of this machine, in a JVM of its own. A directory that holds one already
 * is used again, also after the broker or its starter was killed. It ends with the
 * process that started it.
 */
public final class EmbeddedBroker {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);

	private static final String MAIN_CLASS = "jp.meguri.broker.Broker";

	private static final Duration START = Duration.ofMinutes(5);

	private static final Duration STOP = Duration.ofSeconds(20);

	/** Writing the archive at the end of the first run takes its time. */
	private static final Duration FIRST_STOP = Duration.ofSeconds(90);

	private final ChildProcess process;

	private final ClassArchive archive;

	private final int port;

	private EmbeddedBroker(ChildProcess process, ClassArchive archive, int port) {
		this.process = process;
		this.archive = archive;
		this.port = port;
	}

	/**
	 * @param directory holds the logs and {@code broker.log}; made where missing
	 * @param port where to listen, 0 for any free port
	 */
	public static EmbeddedBroker start(Path directory, int port) {
		int chosen = FreePorts.orFree(port);
		return start(directory, chosen, chosen);
	}

	/**
	 * @param directory holds the logs and {@code broker.log}; made where missing
	 * @param chosen where to listen
	 * @param advertised the port clients are told: where something stands in between
	 */
	public static EmbeddedBroker start(Path directory, int chosen, int advertised) {
		Path home = directory.toAbsolutePath();
		try {
			Files.createDirectories(home);
			endFormerBroker(home.resolve("broker.pid"));
			ClassArchive archive = BrokerHome.archive();
			ChildProcess process = ChildProcess.start("Kafka", command(home, chosen, advertised, archive),
					home.resolve("broker.log"));
			Files.writeString(home.resolve("broker.pid"), Long.toString(process.pid()));
			process.awaitReady(() -> listens(chosen), START);
			log.info("Kafka listens on 127.0.0.1:{}", chosen);
			return new EmbeddedBroker(process, archive, chosen);
		}
		catch (IOException ex) {
			throw new EmbeddedStartException("Cannot write to " + home + ": " + ex.getMessage(), ex);
		}
	}

	private static List<String> command(Path directory, int port, int advertised, ClassArchive archive) {
		List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-Xms64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
		words.addAll(archive.options());
		words.addAll(List.of("-cp", BrokerHome.find() + "/*", MAIN_CLASS, directory.toString(), Integer.toString(port),
				Integer.toString(FreePorts.next()), Long.toString(ProcessHandle.current().pid()),
				Integer.toString(advertised)));
		return words;
	}

	private static void endFormerBroker(Path pidFile) throws IOException {
		Optional<ProcessHandle> former = Optional.empty();
		if (Files.exists(pidFile)) {
			String pid = Files.readString(pidFile).strip();
			former = pid.matches("\\d+") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
		}
		former.filter(EmbeddedBroker::isBroker).ifPresent((process) -> {
			log.warn("Ending the Kafka broker ({}) that a former run left behind", process.pid());
			process.destroy();
			ChildProcess.awaitEnd(process, STOP);
		});
	}

	private static boolean isBroker(ProcessHandle process) {
		return process.info().commandLine().filter((line) -> line.contains(MAIN_CLASS)).isPresent();
	}

	private static boolean listens(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** For {@code spring.kafka.bootstrap-servers}. */
	public String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	public int port() {
		return this.port;
	}

	public long pid() {
		return this.process.pid();
	}

	public boolean isRunning() {
		return this.process.isAlive();
	}

	/** Ends cleanly. */
	public void stop() {
		this.process.process().destroy();
		this.process.awaitEnd(this.archive.exists() ? STOP : FIRST_STOP);
		try {
			this.archive.keep();
		}
		catch (IOException ex) {
			log.warn("The archive of the broker's classes was not kept: {}", ex.getMessage());
		}
	}

	/** Ends as by {@code kill -9}. */
	public void kill() {
		this.process.kill();
	}

}
