package jp.meguri.faults.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * What people sent and what they were told, line by line, written before and after each
 * request. The auditor knows nothing else of them.
 */
public final class ClientLog implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final BufferedWriter lines;

	private ClientLog(BufferedWriter lines) {
		this.lines = lines;
	}

	public static ClientLog create(Path file) {
		try {
			return new ClientLog(Files.newBufferedWriter(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static List<LogLine> read(Path file) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.map((line) -> JSON.readValue(line, LogLine.class)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void sent(Write write, int attempt, String correlation) {
		add(new LogLine(System.currentTimeMillis(), write.id(), attempt, correlation, write.what(), write.user(),
				write.key(), write.object(), write.revision(), null, 0, null, ""));
	}

	void answered(Write write, int attempt, String correlation, Answer answer) {
		add(new LogLine(System.currentTimeMillis(), write.id(), attempt, correlation, write.what(), write.user(),
				write.key(), write.object(), write.revision(), answer.status(), answer.revision(), answer.id(),
				answer.said()));
	}

	private synchronized void add(LogLine line) {
		try {
			this.lines.write(JSON.writeValueAsString(line));
			this.lines.newLine();
			this.lines.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.lines.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
