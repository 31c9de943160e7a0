package jp.meguri.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A process that is wanted: when it ends by itself it is started again, after a pause
 * that grows.
 */
public final class SupervisedProcess {

	private final Backoff backoff = new Backoff();

	private final Command command;

	private final ProcessList list;

	private final BiConsumer<Integer, Duration> whenEnded;

	private boolean wanted;

	private int endings;

	private @Nullable Process process;

	/**
	 * @param command what to run
	 * @param list where running processes are noted
	 * @param whenEnded told the exit code and the pause when it ended by itself
	 */
	public SupervisedProcess(Command command, ProcessList list, BiConsumer<Integer, Duration> whenEnded) {
		this.command = command;
		this.list = list;
		this.whenEnded = whenEnded;
	}

	public String name() {
		return this.command.name();
	}

	public Command command() {
		return this.command;
	}

	public synchronized void start() {
		this.wanted = true;
		launch();
	}

	private synchronized void launch() {
		if (!this.wanted) {
			return;
		}
		try {
			Files.createDirectories(this.command.log().getParent());
			var builder = new ProcessBuilder(this.command.words()).directory(this.command.directory().toFile())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.command.log().toFile()));
			builder.environment().putAll(this.command.environment());
			var started = builder.start();
			started.getOutputStream().close();
			this.process = started;
			this.list.put(name(), started.toHandle());
			var since = Instant.now();
			started.onExit().thenAccept((ended) -> ended(ended, Duration.between(since, Instant.now())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void ended(Process ended, Duration run) {
		synchronized (this) {
			if (!this.wanted || this.process != ended) {
				return;
			}
			this.list.remove(name());
			this.endings++;
		}
		var pause = this.backoff.after(run);
		this.whenEnded.accept(ended.exitValue(), pause);
		Executor later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
		later.execute(this::launch);
	}

	public synchronized boolean isAlive() {
		return this.process != null && this.process.isAlive();
	}

	public synchronized long pid() {
		return (this.process != null) ? this.process.pid() : 0;
	}

	synchronized boolean isWanted() {
		return this.wanted;
	}

	/** How often it ended by itself. */
	synchronized int endings() {
		return this.endings;
	}

	/** No longer wanted: asks it to end. */
	public void requestStop() {
		synchronized (this) {
			this.wanted = false;
		}
		var current = current();
		if (current != null) {
			current.destroy();
		}
	}

	/**
	 * Asks it to end, and ends it by force after the given time.
	 * @param longest how long it may take
	 * @return whether it ended by itself
	 */
	public boolean stop(Duration longest) throws InterruptedException {
		requestStop();
		var current = current();
		boolean byItself = current == null || current.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
		if (current != null && !byItself) {
			current.destroyForcibly().waitFor();
		}
		this.list.remove(name());
		return byItself;
	}

	private synchronized @Nullable Process current() {
		return this.process;
	}

}
