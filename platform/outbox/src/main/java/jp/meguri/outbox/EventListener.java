package jp.meguri.outbox;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import java.time.Duration;
import java.util.List;
import jp.meguri.database.Failures;
import jp.meguri.events.wire.EventSerde;
import jp.meguri.events.wire.EventType;
import jp.meguri.events.wire.UndecodableEventException;
import jp.meguri.trace.Traces;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Takes the records of a topic one after the other. What passes by itself is tried again
 * without end (by the container, which goes back to the record); what does not is tried
 * three times and parked.
 */
final class EventListener implements BatchMessageListener<String, byte[]> {

	private static final Logger log = LoggerFactory.getLogger(EventListener.class);

	/** In log lines, as in those of requests. */
	private static final String CORRELATION = "correlation";

	private static final int TRIES = 3;

	private static final Duration LIMIT = Duration.ofSeconds(40);

	private final List<EventHandler<?>> handlers;

	private final EventDelivery delivery;

	private final DeadLetters deadLetters;

	private final EventSerde serde;

	private final Traces traces;

	EventListener(List<EventHandler<?>> handlers, EventDelivery delivery, DeadLetters deadLetters, EventSerde serde,
			Traces traces) {
		this.handlers = List.copyOf(handlers);
		this.delivery = delivery;
		this.deadLetters = deadLetters;
		this.serde = serde;
		this.traces = traces;
	}

	@Override
	public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
		for (ConsumerRecord<String, byte[]> message : batch) {
			ReceivedRecord received = ReceivedRecord.of(message);
			try {
				take(received);
			}
			catch (RuntimeException ex) {
				throw new BatchListenerFailedException("Will be tried again: " + received, ex, message);
			}
		}
	}

	private void take(ReceivedRecord received) {
		EventType type;
		try {
			type = this.serde.typeOf(received.event());
		}
		catch (UndecodableEventException ex) {
			this.deadLetters.park(DeadLetters.NOBODY, received, ex);
			return;
		}
		this.handlers.stream().filter((handler) -> type.isOf(handler.family())).forEach((handler) -> {
			observe(handler, received);
		});
	}

	/** One step of the trace that the record came with; log lines name it. */
	private void observe(EventHandler<?> handler, ReceivedRecord received) {
		Observation step = this.traces.begin("inbox.handling", received.event().headers().get(Traces.PARENT),
				KeyValues.of("consumer", handler.name(), "topic", received.topic()));
		String correlation = received.event().headers().get("ce_correlation");
		if (correlation != null) {
			MDC.put(CORRELATION, correlation);
		}
		try {
			step.scoped(() -> take(handler, received, step));
		}
		finally {
			step.stop();
			MDC.remove(CORRELATION);
		}
	}

	private void take(EventHandler<?> handler, ReceivedRecord received, Observation step) {
		for (int attempt = 1;; attempt++) {
			try {
				// The consumer's own thread; blocking keeps a partition's records in
				// order.
				Traces.within(step, this.delivery.deliver(handler, received.event())).block(LIMIT);
				return;
			}
			catch (RuntimeException ex) {
				if (Failures.isTransient(ex)) {
					throw ex;
				}
				log.warn("{} cannot take {} (try {})", handler.name(), received, attempt, ex);
				if (attempt == TRIES || ex instanceof UndecodableEventException) {
					this.deadLetters.park(handler.name(), received, ex);
					return;
				}
				pause(attempt);
			}
		}
	}

	private static void pause(int attempt) {
		try {
			Thread.sleep(100L * attempt);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Stopped", ex);
		}
	}

}
