package jp.meguri.outbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.meguri.events.wire.EventSerde;
import jp.meguri.trace.Traces;

/**
 * Makes the listener of each topic, with the handlers that want it.
 */
record EventListeners(EventDelivery delivery, DeadLetters deadLetters, EventSerde serde, Traces traces) {

	Map<String, EventListener> byTopic(List<EventHandler<?>> handlers) {
		return handlers.stream()
			.collect(Collectors.groupingBy(EventHandler::topic,
					Collectors.collectingAndThen(Collectors.toList(), (ofTopic) -> new EventListener(ofTopic,
							this.delivery, this.deadLetters, this.serde, this.traces))));
	}

}
