package jp.meguri.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.meguri.events.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Records that no consumer of this service could take. Each stands in {@code <topic>.dlt}
 * for whoever watches Kafka, and in a row from which it can be tried again. A later event
 * of the same aggregate supersedes it.
 */
public final class DeadLetters {

	/** The consumer of a record that does not even say what it is. */
	static final String NOBODY = "*";

	private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final int PAGE = 200;

	private final String group;

	private final DeadLetterStore store;

	private final OutboxProducer producer;

	private final EventDelivery delivery;

	private final OutboxMetrics metrics;

	private final Map<String, EventHandler<?>> handlers;

	DeadLetters(String group, DeadLetterStore store, OutboxProducer producer, EventDelivery delivery,
			OutboxMetrics metrics, List<EventHandler<?>> handlers) {
		this.group = group;
		this.store = store;
		this.producer = producer;
		this.delivery = delivery;
		this.metrics = metrics;
		this.handlers = handlers.stream().collect(Collectors.toMap(EventHandler::name, Function.identity()));
	}

	/** Those that wait, the oldest first. */
	public Mono<List<DeadLetter>> list() {
		return this.store.open(PAGE);
	}

	/**
	 * Tries one again. Doing it twice, or after a later event, changes nothing.
	 * @return how it was resolved; empty where nothing waits under this id
	 */
	public Mono<String> replay(UUID id) {
		return this.store.retry(id)
			.flatMap((retry) -> this.delivery.deliver(handler(retry.consumer()), retry.event()))
			.map((arrival) -> (arrival == Inbox.Arrival.DUPLICATE) ? "superseded" : "replayed")
			.flatMap((resolution) -> this.store.resolve(id, resolution).thenReturn(resolution))
			.doOnNext((resolution) -> log.info("Dead letter {}: {}", id, resolution));
	}

	/** Gives one up, e.g. a record that is no event at all. */
	public Mono<Void> discard(UUID id) {
		return this.store.resolve(id, "discarded");
	}

	/** Called on a consumer's thread, which may block. */
	void park(String consumer, ReceivedRecord received, RuntimeException reason) {
		log.error("{} cannot take {}, it is parked", consumer, received, reason);
		this.store.add(consumer, received, reasonOf(reason)).block(LIMIT);
		sendToDeadLetterTopic(consumer, received, reasonOf(reason));
		this.metrics.received(consumer, "parked");
	}

	private void sendToDeadLetterTopic(String consumer, ReceivedRecord received, String reason) {
		Map<String, String> headers = new HashMap<>(received.event().headers());
		headers.put("meguri_group", this.group);
		headers.put("meguri_consumer", consumer);
		headers.put("meguri_reason", reason);
		headers.put("meguri_origin", received.toString());
		headers.put("meguri_at", Instant.now().toString());
		try {
			this.producer
				.send(received.topic() + Topics.DEAD_LETTER_SUFFIX, received.event().key(), headers, received.value())
				.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			// The row is what a replay needs; the copy is for whoever watches the topic.
			log.warn("No copy of {} in the dead letter topic", received, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Stopped", ex);
		}
	}

	private EventHandler<?> handler(String consumer) {
		EventHandler<?> handler = this.handlers.get(consumer);
		if (handler == null) {
			throw new IllegalStateException("No consumer " + consumer);
		}
		return handler;
	}

	/** The class names tell an operator enough; messages may quote content. */
	private static String reasonOf(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return failure.getClass().getSimpleName() + "/" + root.getClass().getSimpleName();
	}

}
