package jp.meguri.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The id that ties a request to its log lines and its events ({@code X-Correlation-Id}).
 */
public final class Correlation {

	public static final String HEADER = "X-Correlation-Id";

	/** Key in the Reactor context and in the MDC. */
	public static final String KEY = "correlation";

	private Correlation() {
	}

	public static @Nullable String in(ContextView context) {
		return context.getOrDefault(KEY, null);
	}

	/** Does the work with the id of the running request, or null outside of one. */
	public static <T> Mono<T> with(Function<@Nullable String, Mono<T>> work) {
		return Mono.deferContextual((context) -> work.apply(in(context)));
	}

}
