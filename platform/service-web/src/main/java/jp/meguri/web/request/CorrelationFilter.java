package jp.meguri.web.request;

import java.util.UUID;
import java.util.regex.Pattern;
import jp.meguri.web.Correlation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request an id, the caller's own if it is a UUID.
 */
public final class CorrelationFilter implements WebFilter, Ordered {

	private static final Pattern FORM = Pattern
		.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String id = idOf(exchange.getRequest().getHeaders().getFirst(Correlation.HEADER));
		exchange.getResponse().getHeaders().set(Correlation.HEADER, id);
		exchange.getAttributes().put(Correlation.KEY, id);
		return chain.filter(exchange).contextWrite((context) -> context.put(Correlation.KEY, id));
	}

	private static String idOf(@Nullable String given) {
		return (given != null && FORM.matcher(given).matches()) ? given : UUID.randomUUID().toString();
	}

}
