package jp.meguri.gateway.edge;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.session.SessionCookie;
import jp.meguri.gateway.web.Digest;
import jp.meguri.gateway.web.EdgeFilter;
import jp.meguri.gateway.web.EdgeOrder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * How much one session, one token or, without either, one network address may ask for.
 * Counted in this process only: with n gateways the limit is n times as high.
 */
@Component
@Order(EdgeOrder.RATE)
final class RateLimit extends EdgeFilter {

	private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

	private final EdgeProperties settings;

	RateLimit(EdgeProperties settings) {
		this.settings = settings;
	}

	@Override
	protected Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
		var request = exchange.getRequest();
		if (request.getURI().getRawPath().startsWith("/assets/")) {
			return chain.filter(exchange);
		}
		var wait = bucketOf(request).take(System.nanoTime());
		if (wait.isZero()) {
			return chain.filter(exchange);
		}
		return Mono.error(() -> Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests").retryAfter(wait));
	}

	private TokenBucket bucketOf(ServerHttpRequest request) {
		var known = SessionCookie.value(request);
		if (known == null) {
			known = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		}
		if (known == null) {
			return this.buckets.computeIfAbsent("address " + address(request), (key) -> forAddress());
		}
		return this.buckets.computeIfAbsent("caller " + Digest.sha256(known), (key) -> forSession());
	}

	private TokenBucket forSession() {
		return new TokenBucket(this.settings.sessionRate(), this.settings.sessionBurst(), System.nanoTime());
	}

	private TokenBucket forAddress() {
		return new TokenBucket(this.settings.addressRate(), this.settings.addressBurst(), System.nanoTime());
	}

	private static String address(ServerHttpRequest request) {
		var remote = request.getRemoteAddress();
		return (remote != null && remote.getAddress() != null) ? remote.getAddress().getHostAddress() : "unknown";
	}

	/** A full bucket says no more than an absent one. */
	@Scheduled(fixedDelay = 30_000)
	void forgetIdle() {
		long now = System.nanoTime();
		this.buckets.values().removeIf((bucket) -> bucket.isFull(now));
	}

	/** A bucket that fills with {@code rate} tokens a second up to {@code burst}. */
	static final class TokenBucket {

		private final double rate;

		private final double burst;

		private double tokens;

		private long at;

		TokenBucket(int rate, int burst, long now) {
			this.rate = rate;
			this.burst = burst;
			this.tokens = burst;
			this.at = now;
		}

		/** Takes one token; otherwise how long until there is one. */
		synchronized Duration take(long now) {
			fill(now);
			if (this.tokens >= 1) {
				this.tokens -= 1;
				return Duration.ZERO;
			}
			return Duration.ofNanos((long) Math.ceil((1 - this.tokens) / this.rate * 1e9));
		}

		synchronized boolean isFull(long now) {
			fill(now);
			return this.tokens >= this.burst;
		}

		private void fill(long now) {
			this.tokens = Math.min(this.burst, this.tokens + (now - this.at) / 1e9 * this.rate);
			this.at = now;
		}

	}

}
