package jp.meguri.database.lease;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A lease that is kept alive beside the work, so that a long step does not lose it and a
 * short one does not ask the database again.
 */
final class HeldLease {

	private static final Logger log = LoggerFactory.getLogger(HeldLease.class);

	private static final Duration VALID_FOR = Duration.ofSeconds(9);

	private static final Duration RENEW_EVERY = VALID_FOR.dividedBy(3);

	private final String name;

	private final Leases leases;

	private volatile @Nullable Holding holding;

	private @Nullable Disposable renewal;

	HeldLease(String name, Leases leases) {
		this.name = name;
		this.leases = leases;
	}

	private record Holding(Lease lease, long renewedAt) {

		boolean isSafe() {
			return System.nanoTime() - this.renewedAt < VALID_FOR.minus(RENEW_EVERY).toNanos();
		}

	}

	void start() {
		this.renewal = Flux.interval(RENEW_EVERY)
			.onBackpressureDrop()
			.filter((tick) -> this.holding != null)
			.concatMap((tick) -> acquire().onErrorComplete(), 1)
			.subscribe();
	}

	/** The lease, or null while another process has it. Blocks; for a loop's thread. */
	@Nullable Lease get() {
		Holding held = this.holding;
		if (held == null || !held.isSafe()) {
			acquire().block(VALID_FOR);
			held = this.holding;
		}
		return (held != null) ? held.lease() : null;
	}

	/** Gives it up, so that another process need not wait until it runs out. */
	void end() {
		if (this.renewal != null) {
			this.renewal.dispose();
		}
		this.holding = null;
		try {
			this.leases.release(this.name).block(Duration.ofSeconds(1));
		}
		catch (RuntimeException ex) {
			log.debug("{} keeps its lease until it runs out", this.name, ex);
		}
	}

	// The time is taken before asking: the lease may be older than its answer.
	private Mono<Lease> acquire() {
		return Mono.defer(() -> {
			long now = System.nanoTime();
			return this.leases.acquire(this.name, VALID_FOR)
				.doOnSuccess((lease) -> this.holding = (lease != null) ? new Holding(lease, now) : null);
		});
	}

}
