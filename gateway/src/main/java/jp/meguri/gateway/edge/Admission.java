package jp.meguri.gateway.edge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.web.EdgeFilter;
import jp.meguri.gateway.web.EdgeOrder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * How many requests are on their way at once, whoever sent them. What is refused here has
 * cost no look-up and no connection to a service. Streams of hints have a limit of their
 * own.
 */
@Component
@Order(EdgeOrder.ADMISSION)
final class Admission extends EdgeFilter {

	private final int most;

	private final AtomicInteger onTheirWay = new AtomicInteger();

	Admission(EdgeProperties settings) {
		this.most = settings.atOnce();
	}

	@Override
	protected Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
		var path = exchange.getRequest().getURI().getRawPath();
		if (path.equals("/api/notifications/stream") || path.startsWith("/assets/")) {
			return chain.filter(exchange);
		}
		if (this.onTheirWay.incrementAndGet() > this.most) {
			this.onTheirWay.decrementAndGet();
			return Mono.error(
					() -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "overloaded").retryAfter(Duration.ofSeconds(1)));
		}
		return chain.filter(exchange).doFinally((end) -> this.onTheirWay.decrementAndGet());
	}

}
