package jp.meguri.evaluation.release;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.evaluation.release.ReleaseRepository.Due;
import jp.meguri.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 公表予約: publishes what is due. Several instances may look at once; the row's lock lets
 * one of them publish.
 */
@Component
class DueReleases implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DueReleases.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final ReleaseRepository releases;

	private final ReleasePublication publication;

	private final DatabaseClient worker;

	private final WorkerTransaction transaction;

	private final BusinessClock clock;

	private volatile ScheduledExecutorService thread = closed();

	DueReleases(ReleaseRepository releases, ReleasePublication publication, @Qualifier("worker") DatabaseClient worker,
			WorkerTransaction transaction, BusinessClock clock) {
		this.releases = releases;
		this.publication = publication;
		this.worker = worker;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Publish everything that is due now; says how many. */
	Mono<Long> publishDue() {
		return ReleaseRepository.due(this.worker, this.clock.now())
			.flatMapMany(Flux::fromIterable)
			.concatMap(this::publish)
			.count();
	}

	private Mono<Release> publish(Due due) {
		return this.transaction.in(due.municipality(),
				this.releases.locked(due.municipality(), due.id())
					.filter((release) -> release.state() == ReleaseState.SCHEDULED)
					.flatMap(this.publication::publish));
	}

	private void look() {
		try {
			publishDue().block(LIMIT); // this queue's own thread, no event loop
		}
		catch (RuntimeException ex) {
			log.warn("Publishing what is due failed; trying again", ex);
		}
	}

	@Override
	public void start() {
		this.thread = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread thread = new Thread(work, "due-releases");
			thread.setDaemon(true);
			return thread;
		});
		this.thread.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.thread.shutdown();
	}

	@Override
	public boolean isRunning() {
		return !this.thread.isShutdown();
	}

	private static ScheduledExecutorService closed() {
		ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
		none.shutdown();
		return none;
	}

}
