package jp.meguri.evaluation.release;

import java.util.function.Function;
import jp.meguri.evaluation.report.ReportPublication;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ReleaseEvent;
import jp.meguri.outbox.Outbox;
import jp.meguri.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes a release public or takes it back, in the transaction of whoever decides so: a
 * planner now, or the due queue at the set time.
 */
@Component
class ReleasePublication {

	private final ReleaseRepository releases;

	private final ReportPublication reports;

	private final Outbox outbox;

	private final BusinessClock clock;

	ReleasePublication(ReleaseRepository releases, ReportPublication reports, Outbox outbox, BusinessClock clock) {
		this.releases = releases;
		this.reports = reports;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** The time of a scheduled release has come. */
	Mono<Release> publish(Release scheduled) {
		return this.releases.supersede(scheduled.municipality(), scheduled.fiscalYear(), scheduled.ownerUnit())
			.then(Mono.defer(() -> this.releases.save(scheduled.moved(ReleaseState.PUBLISHED, ""))))
			.flatMap((published) -> opened(published, EventActor.SYSTEM, null).thenReturn(published));
	}

	/** What follows from a release having become public. */
	Mono<Void> opened(Release release, EventActor actor, @Nullable String correlation) {
		return this.reports.published(release.municipality(), release.items(), actor, correlation)
			.then(announce(release, ReleaseEvent.Published::new, actor, correlation));
	}

	/** 公表取消. */
	Mono<Release> withdraw(Release release, String why, EventActor actor, @Nullable String correlation) {
		Mono<Void> reports = (release.state() == ReleaseState.PUBLISHED)
				? this.reports.withdrawn(release.municipality(), release.items(), actor, correlation) : Mono.empty();
		return this.releases.save(release.moved(ReleaseState.WITHDRAWN, why))
			.flatMap((withdrawn) -> reports
				.then(announce(withdrawn, (snapshot) -> new ReleaseEvent.Withdrawn(snapshot, why), actor, correlation))
				.thenReturn(withdrawn));
	}

	Mono<Void> announce(Release release, Function<ReleaseEvent.Release, ReleaseEvent> event, EventActor actor,
			@Nullable String correlation) {
		return Mono.defer(() -> this.outbox.append(
				EventEnvelope.of(release.municipality(), "release", release.id(), release.version(), release.sheet(),
						this.clock.now(), release.mode(), actor, correlation, event.apply(release.snapshot())),
				Topics.EVALUATIONS));
	}

}
