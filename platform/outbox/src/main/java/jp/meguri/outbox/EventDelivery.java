package jp.meguri.outbox;

import java.util.Locale;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.events.DomainEvent;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.wire.EventSerde;
import jp.meguri.events.wire.WireEvent;
import jp.meguri.outbox.Inbox.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Gives an event to a handler: inbox and effect in one transaction.
 */
final class EventDelivery {

	private static final Logger log = LoggerFactory.getLogger(EventDelivery.class);

	private final EventSerde serde;

	private final Inbox inbox;

	private final WorkerTransaction transaction;

	private final OutboxMetrics metrics;

	EventDelivery(EventSerde serde, Inbox inbox, WorkerTransaction transaction, OutboxMetrics metrics) {
		this.serde = serde;
		this.inbox = inbox;
		this.transaction = transaction;
		this.metrics = metrics;
	}

	<T extends DomainEvent> Mono<Arrival> deliver(EventHandler<T> handler, WireEvent wire) {
		return Mono.fromCallable(() -> this.serde.decode(wire, handler.family()))
			.flatMap((event) -> this.transaction.in(event.municipality(), once(handler, event))
				.doOnNext((arrival) -> tell(handler, event, arrival)));
	}

	private <T extends DomainEvent> Mono<Arrival> once(EventHandler<T> handler, EventEnvelope<T> event) {
		return this.inbox.arrive(handler.name(), event)
			.flatMap((arrival) -> (arrival == Arrival.DUPLICATE) ? Mono.just(arrival)
					: Mono.defer(() -> handler.handle(event)).thenReturn(arrival));
	}

	private void tell(EventHandler<?> handler, EventEnvelope<?> event, Arrival arrival) {
		this.metrics.received(handler.name(), arrival.name().toLowerCase(Locale.ROOT));
		if (arrival == Arrival.AFTER_GAP) {
			log.warn("{} got version {} of {} {} without the one before it", handler.name(), event.aggregateVersion(),
					event.aggregateType(), event.aggregateId());
		}
	}

}
