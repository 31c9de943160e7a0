package jp.meguri.faults.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes of a platform by the names {@code ./meguri status} gives them.
 *
 * @param data the platform's data directory
 */
public record Processes(Path data) {

	public static final String POSTGRES = "PostgreSQL";

	public static final String KAFKA = "Kafka";

	/** The five services and what they stand on. */
	public static final List<String> ALL = List.of("policy-catalog-service", "goals-service", "evaluation-service",
			"notification-service", "gateway", POSTGRES, KAFKA);

	/** The process, while it runs. */
	public Optional<ProcessHandle> find(String name) {
		try (Stream<String> lines = Files.lines(this.data.resolve("processes"))) {
			return lines.map((line) -> line.split(" "))
				.filter((words) -> words[0].equals(name))
				.flatMap((words) -> ProcessHandle.of(Long.parseLong(words[1])).stream())
				.filter(ProcessHandle::isAlive)
				.findFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The process and what it started itself: PostgreSQL has a process per connection.
	 */
	public List<ProcessHandle> family(String name) {
		var family = new ArrayList<ProcessHandle>();
		find(name).ifPresent((process) -> {
			family.add(process);
			process.descendants().forEach(family::add);
		});
		return family;
	}

	/** PostgreSQL's processes that serve the connections of a database. */
	public List<ProcessHandle> backends(String database) {
		return family(POSTGRES).stream().filter((process) -> title(process).contains(" " + database + " ")).toList();
	}

	private static String title(ProcessHandle process) {
		try {
			return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
		}
		catch (IOException ex) {
			return "";
		}
	}

	/**
	 * Sends a signal.
	 * @param signal {@code KILL}, {@code STOP} or {@code CONT}
	 */
	public static void signal(List<ProcessHandle> processes, String signal) {
		if (processes.isEmpty()) {
			return;
		}
		var words = new ArrayList<>(List.of("kill", "-" + signal));
		processes.forEach((process) -> words.add(Long.toString(process.pid())));
		try {
			// One of them may have ended meanwhile; the others got it.
			new ProcessBuilder(words).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
