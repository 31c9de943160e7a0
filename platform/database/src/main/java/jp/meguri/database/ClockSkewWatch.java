package jp.meguri.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes no traffic while this machine's clock and the database's differ by more than a
 * minute: deadlines would be judged wrongly.
 */
final class ClockSkewWatch implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ClockSkewWatch.class);

	private static final Duration EVERY = Duration.ofSeconds(15);

	private static final Duration TOLERATED = Duration.ofSeconds(60);

	private final DatabaseClient worker;

	private final InstantSource clock;

	private final ApplicationEventPublisher events;

	private @Nullable Disposable watching;

	private boolean refusing;

	ClockSkewWatch(DatabaseClient worker, InstantSource clock, ApplicationEventPublisher events) {
		this.worker = worker;
		this.clock = clock;
		this.events = events;
	}

	@Override
	public synchronized void start() {
		this.watching = Flux.interval(Duration.ZERO, EVERY)
			.onBackpressureDrop()
			.concatMap((tick) -> skew().onErrorComplete(), 1)
			.subscribe(this::judge);
	}

	@Override
	public synchronized void stop() {
		if (this.watching != null) {
			this.watching.dispose();
			this.watching = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.watching != null;
	}

	Mono<Duration> skew() {
		return this.worker.sql("select clock_timestamp()")
			.mapValue(Instant.class)
			.one()
			.map((database) -> Duration.between(database, this.clock.instant()));
	}

	void judge(Duration skew) {
		boolean tooFar = skew.abs().compareTo(TOLERATED) > 0;
		if (tooFar == this.refusing) {
			return;
		}
		this.refusing = tooFar;
		log.warn("This clock is {} ms ahead of the database's", skew.toMillis());
		AvailabilityChangeEvent.publish(this.events, this,
				tooFar ? ReadinessState.REFUSING_TRAFFIC : ReadinessState.ACCEPTING_TRAFFIC);
	}

}
