package jp.meguri.local.infrastructure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import jp.meguri.local.Screen;
import jp.meguri.local.process.ProcessList;
import org.jspecify.annotations.Nullable;

/**
 * A server that is started again, at the same port, when it ends by itself.
 *
 * @param <T> the server
 */
final class Watched<T> {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final String name;

	private final Supplier<T> start;

	private final ToLongFunction<T> pid;

	private final Consumer<T> stop;

	private final ProcessList list;

	private final Screen screen;

	private volatile boolean wanted = true;

	private @Nullable T server;

	Watched(String name, Supplier<T> start, ToLongFunction<T> pid, Consumer<T> stop, ProcessList list, Screen screen) {
		this.name = name;
		this.start = start;
		this.pid = pid;
		this.stop = stop;
		this.list = list;
		this.screen = screen;
	}

	synchronized T start() {
		var started = this.start.get();
		this.server = started;
		ProcessHandle.of(this.pid.applyAsLong(started)).ifPresent((process) -> {
			this.list.put(this.name, process);
			process.onExit().thenRun(this::ended);
		});
		return started;
	}

	private void ended() {
		if (!this.wanted) {
			return;
		}
		this.screen.warn(this.name + " が終了しました。起動し直します。", this.name + " ended and is started again.");
		CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS).execute(this::again);
	}

	private synchronized void again() {
		if (!this.wanted) {
			return;
		}
		try {
			start();
		}
		catch (RuntimeException ex) {
			this.screen.warn(this.name + " を起動できません: " + ex.getMessage(),
					this.name + " does not start: " + ex.getMessage());
			CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS).execute(this::again);
		}
	}

	/** From now on it is not started again. */
	void leaveAsIs() {
		this.wanted = false;
	}

	synchronized void stop() {
		leaveAsIs();
		if (this.server != null) {
			this.stop.accept(this.server);
			this.list.remove(this.name);
		}
	}

}
