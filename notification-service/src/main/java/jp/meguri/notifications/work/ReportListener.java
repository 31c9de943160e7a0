package jp.meguri.notifications.work;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.evaluation.ReportEvent;
import jp.meguri.notifications.notice.TurnNotices;
import jp.meguri.outbox.EventHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps the copy of reports and tells whose turn it is.
 */
@Component
class ReportListener implements EventHandler<ReportEvent> {

	private final WorkItemRepository items;

	private final TurnNotices notices;

	ReportListener(@Qualifier("worker") WorkItemRepository items, TurnNotices notices) {
		this.items = items;
		this.notices = notices;
	}

	@Override
	public String name() {
		return "notifications.reports";
	}

	@Override
	public String topic() {
		return Topics.EVALUATIONS;
	}

	@Override
	public Class<ReportEvent> family() {
		return ReportEvent.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<ReportEvent> event) {
		WorkItem item = WorkItem.of(event.data().report(), event.municipality(), event.mode(), event.time());
		return this.items.save(item).then(this.notices.of(event.data(), event, item));
	}

}
