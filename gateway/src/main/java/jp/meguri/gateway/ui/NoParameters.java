package jp.meguri.gateway.ui;

import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.web.EdgeFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import static jp.meguri.gateway.web.EdgeOrder.RIGHTS;

/**
 * The gateway's own answers take no parameters; like the services, it refuses those it
 * does not know.
 */
@Component
@Order(RIGHTS + 1)
final class NoParameters extends EdgeFilter {

	@Override
	protected Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
		String path = exchange.getRequest().getURI().getRawPath();
		boolean own = path.equals("/api/me") || path.startsWith("/api/docs") || path.equals("/api/public/cities");
		if (own && exchange.getRequest().getURI().getRawQuery() != null) {
			return Mono.error(() -> Problem.of(HttpStatus.BAD_REQUEST, "unknown-parameter"));
		}
		return chain.filter(exchange);
	}

}
