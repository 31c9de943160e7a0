package jp.meguri.gateway.web;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A filter of the public port. Filters are found by the management port too, which has
 * rules of its own; there it steps aside.
 */
public abstract class EdgeFilter implements WebFilter {

	@Override
	public final Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (WebServerApplicationContext.hasServerNamespace(exchange.getApplicationContext(), "management")) {
			return chain.filter(exchange);
		}
		return pass(exchange, chain);
	}

	/** Lets the request through, changed or not, or answers with an error. */
	protected abstract Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain);

}
