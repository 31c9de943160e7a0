package jp.meguri.notifications.work;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.goals.GoalEvent;
import jp.meguri.notifications.notice.TurnNotices;
import jp.meguri.outbox.EventHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps the copy of goals and tells whose turn it is.
 */
@Component
class GoalListener implements EventHandler<GoalEvent> {

	private final WorkItemRepository items;

	private final TurnNotices notices;

	GoalListener(@Qualifier("worker") WorkItemRepository items, TurnNotices notices) {
		this.items = items;
		this.notices = notices;
	}

	@Override
	public String name() {
		return "notifications.goals";
	}

	@Override
	public String topic() {
		return Topics.GOALS;
	}

	@Override
	public Class<GoalEvent> family() {
		return GoalEvent.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<GoalEvent> event) {
		WorkItem item = WorkItem.of(event.data().goal(), event.municipality(), event.mode(), event.time());
		if (event.data() instanceof GoalEvent.Deleted) {
			return this.items.delete(event.municipality(), item.id());
		}
		return this.items.save(item).then(this.notices.of(event.data(), event, item));
	}

}
