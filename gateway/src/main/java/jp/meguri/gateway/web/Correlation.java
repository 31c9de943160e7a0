package jp.meguri.gateway.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives each request one id that stands in answers, logs and events. A caller may bring
 * its own if it is a UUID.
 */
@Component
@Order(EdgeOrder.CORRELATION)
public final class Correlation extends EdgeFilter {

	/** Name of the header, in requests and answers. */
	public static final String HEADER = "X-Correlation-Id";

	private static final String ATTRIBUTE = Correlation.class.getName();

	private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	@Override
	protected Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
		var id = brought(exchange);
		exchange.getAttributes().put(ATTRIBUTE, id);
		exchange.getResponse().beforeCommit(() -> {
			exchange.getResponse().getHeaders().set(HEADER, id);
			return Mono.empty();
		});
		var request = exchange.getRequest().mutate().headers((headers) -> headers.set(HEADER, id)).build();
		return chain.filter(exchange.mutate().request(request).build());
	}

	/** The id of this request. */
	public static String of(ServerWebExchange exchange) {
		return exchange.getAttributeOrDefault(ATTRIBUTE, "-");
	}

	private static String brought(ServerWebExchange exchange) {
		@Nullable String given = exchange.getRequest().getHeaders().getFirst(HEADER);
		return (given != null && UUID_FORM.matcher(given).matches()) ? given : UUID.randomUUID().toString();
	}

}
