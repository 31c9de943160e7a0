package jp.meguri.faults.load;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests ended how, as people saw it.
 */
public final class Counts {

	private final AtomicLong writes = new AtomicLong();

	private final AtomicLong doneWrites = new AtomicLong();

	private final AtomicLong unknownWrites = new AtomicLong();

	private final AtomicLong reads = new AtomicLong();

	private final AtomicLong failedReads = new AtomicLong();

	void wrote(Answer answer) {
		this.writes.incrementAndGet();
		if (answer.isDone()) {
			this.doneWrites.incrementAndGet();
		}
		if (answer.isUnknown()) {
			this.unknownWrites.incrementAndGet();
		}
	}

	void read(Answer answer) {
		this.reads.incrementAndGet();
		if (!answer.isDone()) {
			this.failedReads.incrementAndGet();
		}
	}

	public Total total() {
		return new Total(this.writes.get(), this.doneWrites.get(), this.unknownWrites.get(), this.reads.get(),
				this.failedReads.get());
	}

	/**
	 * @param writes requests that write
	 * @param done of them, those answered with 2xx
	 * @param unknown of them, those without an answer or with 5xx
	 * @param reads requests that read
	 * @param failedReads of them, those not answered with 2xx
	 */
	public record Total(long writes, long done, long unknown, long reads, long failedReads) {
	}

}
