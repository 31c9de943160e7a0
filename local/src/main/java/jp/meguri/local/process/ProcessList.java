package jp.meguri.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.meguri.local.files.PrivateFiles;

/**
 * The processes we started, on disk: whoever comes after a crash finds what was left
 * behind. A line is {@code name pid start}; the start time tells a reused process id
 * apart.
 */
public final class ProcessList {

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private final Path file;

	public ProcessList(Path file) {
		this.file = file;
	}

	public synchronized void put(String name, ProcessHandle process) {
		this.entries.put(name, new Entry(name, process.pid(), startOf(process)));
		write();
	}

	public synchronized void remove(String name) {
		this.entries.remove(name);
		write();
	}

	/** Those of the file that still run. */
	public static List<Entry> running(Path file) {
		try {
			if (!Files.exists(file)) {
				return List.of();
			}
			var entries = Files.readAllLines(file).stream().flatMap((line) -> Entry.parse(line).stream()).toList();
			return entries.stream().filter((entry) -> entry.process().isPresent()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write() {
		var text = new StringBuilder();
		this.entries.values().forEach((entry) -> text.append(entry.line()));
		try {
			PrivateFiles.write(this.file, text.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long startOf(ProcessHandle process) {
		return process.info().startInstant().map((instant) -> instant.toEpochMilli()).orElse(0L);
	}

	/**
	 * @param name what it is
	 * @param pid its process id
	 * @param start when it started, in milliseconds
	 */
	public record Entry(String name, long pid, long start) {

		static Optional<Entry> parse(String line) {
			var parts = line.strip().split(" ");
			return (parts.length == 3)
					? Optional.of(new Entry(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])))
					: Optional.empty();
		}

		String line() {
			return this.name + " " + this.pid + " " + this.start + "\n";
		}

		/** The process, if it is still the same one. */
		public Optional<ProcessHandle> process() {
			return ProcessHandle.of(this.pid)
				.filter(ProcessHandle::isAlive)
				.filter((process) -> startOf(process) == this.start);
		}

	}

}
