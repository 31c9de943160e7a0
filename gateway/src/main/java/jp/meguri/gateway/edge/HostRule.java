package jp.meguri.gateway.edge;

import java.net.InetSocketAddress;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.web.EdgeFilter;
import jp.meguri.gateway.web.EdgeOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The gateway answers to its own names only; a foreign {@code Host} would otherwise end
 * up in redirect addresses.
 */
@Component
@Order(EdgeOrder.HOST)
final class HostRule extends EdgeFilter {

	private final EdgeProperties settings;

	HostRule(EdgeProperties settings) {
		this.settings = settings;
	}

	@Override
	protected Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
		var host = host(exchange);
		if (host == null) {
			return Mono.error(Problem::malformed);
		}
		if (!this.settings.answersTo(host.getHostString())) {
			return Mono.error(() -> Problem.of(HttpStatus.MISDIRECTED_REQUEST, "misdirected"));
		}
		return chain.filter(exchange);
	}

	private static @Nullable InetSocketAddress host(ServerWebExchange exchange) {
		var headers = exchange.getRequest().getHeaders();
		try {
			var given = headers.get("Host");
			return (given != null && given.size() == 1) ? headers.getHost() : null;
		}
		catch (RuntimeException malformed) {
			return null;
		}
	}

}
