package jp.meguri.gateway.routes;

import java.util.Locale;
import java.util.Set;
import jp.meguri.gateway.web.Correlation;
import jp.meguri.trace.Traces;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The only headers of a request that reach a service. A list of what passes needs no
 * knowledge of the names somebody might forge: identity headers, {@code X-Forwarded-*},
 * method overrides, their spellings with underscores, and cookies all stay outside. The
 * trace is the gateway's own, which goes on from the caller's if that is a valid one.
 */
@Component
final class OutgoingHeaders implements HttpHeadersFilter, Ordered {

	private static final Set<String> PASSING = Set.of("accept", "accept-language", "content-type", "content-length",
			"if-match", "if-none-match", "if-modified-since", "idempotency-key", "last-event-id", "user-agent");

	private final Traces traces;

	OutgoingHeaders(Traces traces) {
		this.traces = traces;
	}

	@Override
	public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
		var sent = new HttpHeaders();
		received.forEach((name, values) -> {
			if (PASSING.contains(name.toLowerCase(Locale.ROOT))) {
				sent.addAll(name, values);
			}
		});
		sent.set(Correlation.HEADER, Correlation.of(exchange));
		ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.map(this.traces::parent)
			.ifPresent((parent) -> sent.set(Traces.PARENT, parent));
		String token = exchange.getAttribute(UserToken.ATTRIBUTE);
		if (token != null) {
			sent.setBearerAuth(token);
		}
		return sent;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
