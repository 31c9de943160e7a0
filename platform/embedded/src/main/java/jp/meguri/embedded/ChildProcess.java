package jp.meguri.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A program we started, and its log.
 */
final class ChildProcess {

	private static final int LOG_LINES = 15;

	private final String name;

	private final Process process;

	private final Path log;

	private ChildProcess(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
	}

	static ChildProcess start(String name, List<String> command, Path log) {
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.redirectErrorStream(true);
		builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
		// Messages in one language; the log is looked into for one of them.
		builder.environment().put("LC_ALL", "C");
		try {
			return new ChildProcess(name, builder.start(), log);
		}
		catch (IOException ex) {
			throw new EmbeddedStartException("Cannot start " + name + ": " + ex.getMessage(), ex);
		}
	}

	long pid() {
		return this.process.pid();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	Process process() {
		return this.process;
	}

	void awaitReady(BooleanSupplier ready, Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		while (!ready.getAsBoolean()) {
			if (!this.process.isAlive()) {
				throw new EmbeddedStartException(this.name + " ended while starting.\n" + lastLines());
			}
			if (System.nanoTime() > end) {
				this.process.destroyForcibly();
				throw new EmbeddedStartException(
						this.name + " did not answer within " + limit.toSeconds() + " s.\n" + lastLines());
			}
			pause();
		}
	}

	int awaitEnd(Duration limit) {
		try {
			if (!this.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Ends at once, children included, as a crash would. */
	void kill() {
		List<ProcessHandle> children = this.process.descendants().toList();
		this.process.destroyForcibly();
		children.forEach(ProcessHandle::destroyForcibly);
		children.forEach((child) -> awaitEnd(child, Duration.ofSeconds(5)));
		awaitEnd(Duration.ofSeconds(5));
	}

	String lastLines() {
		try {
			List<String> lines = Files.readAllLines(this.log);
			return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void awaitEnd(ProcessHandle process, Duration limit) {
		try {
			process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			process.destroyForcibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
