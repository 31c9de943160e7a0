package jp.meguri.outbox;

import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.goals.GoalEvent;
import reactor.core.publisher.Mono;

/** Listens to the same topic for a family that never comes. */
class OtherFamilyHandler implements EventHandler<GoalEvent> {

	@Override
	public String name() {
		return "other-family";
	}

	@Override
	public String topic() {
		return Topics.CATALOG;
	}

	@Override
	public Class<GoalEvent> family() {
		return GoalEvent.class;
	}

	@Override
	public Mono<Void> handle(EventEnvelope<GoalEvent> event) {
		return Mono.error(new IllegalStateException("Not for this family"));
	}

}
