package jp.meguri.evaluation.report;

import java.util.List;
import java.util.function.Function;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.events.evaluation.ReportSnapshot;
import jp.meguri.outbox.Outbox;
import jp.meguri.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Says what happened to a report: a row in the outbox, in the transaction that did it.
 */
@Component
class ReportAnnouncements {

	private final Outbox outbox;

	private final BusinessClock clock;

	ReportAnnouncements(Outbox outbox, BusinessClock clock) {
		this.outbox = outbox;
		this.clock = clock;
	}

	/** What happened while nobody was commenting. */
	Mono<Void> announce(Report report, Function<ReportSnapshot, ReportEvent> event, EventActor actor,
			@Nullable String correlation) {
		return announce(report, List.of(), event, actor, correlation);
	}

	/**
	 * @param open the comments of the last reading that are not answered yet
	 */
	Mono<Void> announce(Report report, List<ReviewComment> open, Function<ReportSnapshot, ReportEvent> event,
			EventActor actor, @Nullable String correlation) {
		return this.outbox.append(
				EventEnvelope.of(report.municipality(), "report", report.id(), report.version(), report.sheet(),
						this.clock.now(), report.mode(), actor, correlation, event.apply(report.snapshot(open))),
				Topics.EVALUATIONS);
	}

}
