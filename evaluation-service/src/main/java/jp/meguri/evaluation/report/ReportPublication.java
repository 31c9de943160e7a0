package jp.meguri.evaluation.report;

import java.util.List;
import java.util.UUID;
import jp.meguri.events.EventActor;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.evaluation.ReleaseEvent.Item;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a release means for the reports it shows.
 */
@Component
public class ReportPublication {

	private final ReportRepository reports;

	private final ReportAnnouncements announcements;

	private final BusinessClock clock;

	ReportPublication(ReportRepository reports, ReportAnnouncements announcements, BusinessClock clock) {
		this.reports = reports;
		this.announcements = announcements;
		this.clock = clock;
	}

	public Mono<Void> published(UUID municipality, List<Item> items, EventActor actor, @Nullable String correlation) {
		return move(municipality, items, ReviewState.CONFIRMED, ReviewState.PUBLISHED_FINAL, actor, correlation);
	}

	/** They are confirmed, as before. */
	public Mono<Void> withdrawn(UUID municipality, List<Item> items, EventActor actor, @Nullable String correlation) {
		return move(municipality, items, ReviewState.PUBLISHED_FINAL, ReviewState.CONFIRMED, actor, correlation);
	}

	private Mono<Void> move(UUID municipality, List<Item> items, ReviewState from, ReviewState to, EventActor actor,
			@Nullable String correlation) {
		return Flux.fromIterable(items)
			.mapNotNull(Item::report)
			.concatMap((report) -> this.reports.locked(municipality, report))
			.filter((report) -> report.state() == from)
			.concatMap((report) -> this.reports.save(report.moved(to), this.clock.now()))
			.concatMap((report) -> this.announcements.announce(report, ReportEvent.Published::new, actor, correlation))
			.then();
	}

}
