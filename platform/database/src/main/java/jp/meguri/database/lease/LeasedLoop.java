package jp.meguri.database.lease;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.meguri.database.Failures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Repeats a task on a thread of its own while this process holds the task's lease. The
 * lease is renewed beside it; failures are logged and tried again with growing pauses,
 * without end.
 */
public final class LeasedLoop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(LeasedLoop.class);

	private static final Duration NOT_OURS = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	/** One round of the task. It runs on the loop's thread and may block. */
	@FunctionalInterface
	public interface Step {

		/** Returns whether more work is waiting already. */
		boolean run(Lease lease) throws Exception;

		/** Called instead while another process holds the lease. */
		default void notOurs() {
		}

	}

	private final String name;

	private final HeldLease lease;

	private final Duration pause;

	private final Step step;

	private final Semaphore signal = new Semaphore(0);

	private volatile boolean running;

	private @Nullable Thread thread;

	/**
	 * @param name the task, which is also the name of its lease
	 * @param leases this process's leases
	 * @param pause how long to wait when nothing is left to do
	 * @param step one round
	 */
	public LeasedLoop(String name, Leases leases, Duration pause, Step step) {
		this.name = name;
		this.lease = new HeldLease(name, leases);
		this.pause = pause;
		this.step = step;
	}

	/** Ends the current pause: there is work. */
	public void wake() {
		if (this.signal.availablePermits() == 0) {
			this.signal.release();
		}
	}

	@Override
	public synchronized void start() {
		if (!this.running) {
			this.running = true;
			this.lease.start();
			this.thread = new Thread(this::run, this.name);
			this.thread.setDaemon(true);
			this.thread.start();
		}
	}

	@Override
	public synchronized void stop() {
		this.running = false;
		wake();
		if (this.thread != null) {
			join(this.thread);
			this.thread = null;
			this.lease.end();
		}
	}

	/** Before the web server starts, and until it has answered its last request. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		int failures = 0;
		while (this.running) {
			try {
				runOnce();
				failures = 0;
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (Exception | Error ex) {
				failures++;
				tell(ex, failures);
			}
			if (failures > 0 && this.running) {
				await(pauseAfter(failures));
			}
		}
	}

	// That the database is away, the stack need not say every few seconds.
	private void tell(Throwable failure, int failures) {
		if (Failures.isTransient(failure)) {
			log.warn("{} failed ({} in a row), will try again: {}", this.name, failures, failure.toString());
		}
		else {
			log.warn("{} failed ({} in a row), will try again", this.name, failures, failure);
		}
	}

	private void runOnce() throws Exception {
		Lease held = this.lease.get();
		if (held == null) {
			this.step.notOurs();
			await(NOT_OURS);
		}
		else if (!this.step.run(held)) {
			await(this.pause);
		}
	}

	private Duration pauseAfter(int failures) {
		Duration grown = Duration.ofMillis(100L << Math.min(failures, 6));
		return (grown.compareTo(LONGEST_PAUSE) < 0) ? grown : LONGEST_PAUSE;
	}

	private void await(Duration limit) {
		try {
			this.signal.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.running = false;
		}
	}

	private void join(Thread thread) {
		try {
			thread.join(Duration.ofSeconds(2).toMillis());
			thread.interrupt();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
