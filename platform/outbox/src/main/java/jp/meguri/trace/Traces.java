package jp.meguri.trace;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Carries a trace over what is no call: rows and records. Where it stands is written
 * beside them as W3C {@code traceparent}; whoever takes them up goes on from there.
 */
public final class Traces {

	/** Name of the header; it holds ids and a flag, nothing else. */
	public static final String PARENT = "traceparent";

	private final ObservationRegistry observations;

	private final Propagator propagator;

	Traces(ObservationRegistry observations, Propagator propagator) {
		this.observations = observations;
		this.propagator = propagator;
	}

	/** Leaves no trace. */
	public static Traces none() {
		return new Traces(ObservationRegistry.NOOP, Propagator.NOOP);
	}

	/**
	 * The {@code traceparent} of the work that runs in this context; null where none
	 * does.
	 */
	public @Nullable String parent(ContextView context) {
		Observation running = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		return (running != null) ? parent(running.getContextView()) : null;
	}

	/** The {@code traceparent} of an observation. */
	public @Nullable String parent(Observation.ContextView observed) {
		Span span = span(observed);
		if (span == null) {
			return null;
		}
		Map<String, String> headers = new HashMap<>();
		this.propagator.inject(span.context(), headers, Map::put);
		return headers.get(PARENT);
	}

	/** The trace of the work that runs in this context, as log lines name it. */
	public @Nullable String id(ContextView context) {
		Observation running = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		Span span = (running != null) ? span(running.getContextView()) : null;
		return (span != null) ? span.context().traceId() : null;
	}

	/**
	 * Begins a step. Whoever began it stops it.
	 * @param name of the step, which is a timer's name too
	 * @param parent where the trace stood, or null to begin a new one
	 * @param about a few values that tell steps of this name apart
	 */
	public Observation begin(String name, @Nullable String parent, KeyValues about) {
		ReceiverContext<Map<String, String>> received = new ReceiverContext<>(Map::get, Kind.CONSUMER);
		received.setCarrier((parent != null) ? Map.of(PARENT, parent) : Map.of());
		return Observation.createNotStarted(name, () -> received, this.observations)
			.lowCardinalityKeyValues(about)
			.start();
	}

	/** Does the work as a step that was begun; the step goes on afterwards. */
	public static <T> Mono<T> within(Observation step, Mono<T> work) {
		return work.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, step));
	}

	/** Does the work as a step of its own. */
	public <T> Mono<T> follow(String name, @Nullable String parent, Mono<T> work) {
		return Mono.defer(() -> {
			Observation step = begin(name, parent, KeyValues.empty());
			return within(step, work).doOnError(step::error).doFinally((signal) -> step.stop());
		});
	}

	private static @Nullable Span span(Observation.ContextView observed) {
		TracingContext tracing = observed.get(TracingContext.class);
		return (tracing != null) ? tracing.getSpan() : null;
	}

}
