package jp.meguri.faults.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many people at once.
 */
final class Crowd implements AutoCloseable {

	private final ExecutorService people = Executors.newCachedThreadPool();

	/** All of it done, by so many at a time. */
	void each(int count, int atOnce, Work work) throws InterruptedException {
		var next = new AtomicInteger();
		together(atOnce, () -> {
			for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
				work.at(i);
			}
			return null;
		});
	}

	/** Asks so often and measures. */
	Times times(int count, int atOnce, Callable<Integer> question) throws InterruptedException {
		var times = new ConcurrentLinkedQueue<Double>();
		each(count, atOnce, (i) -> {
			long begin = System.nanoTime();
			if (question.call() == 200) {
				times.add((System.nanoTime() - begin) / 1e6);
			}
		});
		return Times.of(count, List.copyOf(times));
	}

	/** Good answers a second, asked at a steady rate for a while. */
	double goodput(double rate, Duration length, Callable<Integer> question) throws InterruptedException {
		var good = new AtomicLong();
		var asked = new AtomicInteger();
		int atOnce = 128;
		long begin = System.nanoTime();
		together(atOnce, () -> {
			while (true) {
				long due = begin + Math.round(asked.getAndIncrement() / rate * 1e9);
				// Who is late does not ask what is left after the end.
				if (Math.max(due, System.nanoTime()) - begin >= length.toNanos()) {
					return null;
				}
				TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
				if (question.call() == 200) {
					good.incrementAndGet();
				}
			}
		});
		return good.get() / (length.toNanos() / 1e9);
	}

	private void together(int atOnce, Callable<Void> work) throws InterruptedException {
		List<Future<Void>> running = new ArrayList<>();
		for (int i = 0; i < atOnce; i++) {
			running.add(this.people.submit(work));
		}
		for (var one : running) {
			try {
				one.get();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException(ex.getCause());
			}
		}
	}

	@Override
	public void close() {
		this.people.shutdownNow();
	}

	/** What is done with one number. */
	interface Work {

		void at(int number) throws Exception;

	}

}
