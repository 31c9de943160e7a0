package jp.meguri.gateway.routes;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import jp.meguri.gateway.access.Caller;
import jp.meguri.gateway.access.CallerAuthentication;
import jp.meguri.gateway.problem.Problem;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * How many streams of hints are open, of one person and of all. A browser needs one.
 */
@Component
final class StreamLimit implements GatewayFilter, Ordered {

	private final StreamProperties settings;

	private final Semaphore free;

	private final Map<Caller, Integer> open = new ConcurrentHashMap<>();

	StreamLimit(StreamProperties settings) {
		this.settings = settings;
		this.free = new Semaphore(settings.most());
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		return ReactiveSecurityContextHolder.getContext()
			.map(SecurityContext::getAuthentication)
			.cast(CallerAuthentication.class)
			.flatMap((authentication) -> pass(authentication.caller(), exchange, chain));
	}

	/**
	 * Around the filter that writes the answer: what stands behind it is done as soon as
	 * the service's headers are there.
	 */
	@Override
	public int getOrder() {
		return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 2;
	}

	private Mono<Void> pass(Caller caller, ServerWebExchange exchange, GatewayFilterChain chain) {
		if (this.open.merge(caller, 1, Integer::sum) > this.settings.perPerson()) {
			leave(caller);
			return Mono.error(() -> Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-streams")
				.retryAfter(Duration.ofSeconds(15)));
		}
		if (!this.free.tryAcquire()) {
			leave(caller);
			return Mono.error(
					() -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "overloaded").retryAfter(Duration.ofSeconds(15)));
		}
		return chain.filter(exchange).doFinally((end) -> {
			this.free.release();
			leave(caller);
		});
	}

	private void leave(Caller caller) {
		this.open.computeIfPresent(caller, (key, count) -> (count > 1) ? count - 1 : null);
	}

	@Override
	public String toString() {
		return "StreamLimit[" + this.settings.perPerson() + "]";
	}

}
