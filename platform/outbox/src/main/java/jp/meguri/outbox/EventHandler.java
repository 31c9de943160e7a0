package jp.meguri.outbox;

import jp.meguri.events.DomainEvent;
import jp.meguri.events.EventEnvelope;
import reactor.core.publisher.Mono;

/**
 * What a service does with the events of a family. A bean of this type is all that is
 * needed to receive them. It runs in a worker's transaction of the event's city, once per
 * event; events of one aggregate arrive in order.
 *
 * @param <T> the family
 */
public interface EventHandler<T extends DomainEvent> {

	/** Name of the consumer in the inbox; never changed, unique within the service. */
	String name();

	String topic();

	Class<T> family();

	/**
	 * Must not fail on a reference it does not know yet: nothing is ordered across
	 * topics.
	 */
	Mono<Void> handle(EventEnvelope<T> event);

}
