package jp.meguri.evaluation.release;

import java.time.Duration;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.database.lease.LeasedLoop;
import jp.meguri.database.lease.Leases;
import jp.meguri.evaluation.release.ReleaseRepository.Due;
import jp.meguri.time.BusinessClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 公表予約: publishes what is due. The row's lock lets each release be published once, also
 * while a lease changes hands.
 */
@Configuration(proxyBeanMethods = false)
class DueReleases {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final ReleaseRepository releases;

	private final ReleasePublication publication;

	private final DatabaseClient worker;

	private final WorkerTransaction transaction;

	private final BusinessClock clock;

	DueReleases(ReleaseRepository releases, ReleasePublication publication, @Qualifier("worker") DatabaseClient worker,
			WorkerTransaction transaction, BusinessClock clock) {
		this.releases = releases;
		this.publication = publication;
		this.worker = worker;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Bean
	LeasedLoop dueReleaseLoop(Leases leases) {
		return new LeasedLoop("due-releases", leases, PAUSE, (lease) -> {
			publishDue().block(LIMIT); // the loop's own thread, no event loop
			return false;
		});
	}

	private Mono<Void> publishDue() {
		return ReleaseRepository.due(this.worker, this.clock.now())
			.flatMapMany(Flux::fromIterable)
			.concatMap(this::publish)
			.then();
	}

	private Mono<Release> publish(Due due) {
		return this.transaction.in(due.municipality(),
				this.releases.locked(due.municipality(), due.id())
					.filter((release) -> release.state() == ReleaseState.SCHEDULED)
					.flatMap(this.publication::publish));
	}

}
