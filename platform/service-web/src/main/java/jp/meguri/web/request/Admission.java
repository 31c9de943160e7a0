package jp.meguri.web.request;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jp.meguri.web.Problems;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes on as many requests as can be answered in time and refuses the next one before it
 * costs anything: under overload a service goes on answering at its own pace, instead of
 * answering everybody too late. Bodies count by their size, as they are read into memory.
 * No answer takes longer to begin than the patience.
 */
public final class Admission implements WebFilter, Ordered {

	private final RequestProperties settings;

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicLong bytes = new AtomicLong();

	public Admission(RequestProperties settings) {
		this.settings = settings;
	}

	/** After the correlation id, before anybody is asked who they are. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String path = exchange.getRequest().getPath().value();
		if (isOfOperators(exchange) || this.settings.streams().contains(path)) {
			return chain.filter(exchange);
		}
		long size = size(exchange.getRequest().getHeaders());
		if (!enter(size)) {
			return Mono.error(Problems::overloaded);
		}
		return Mono
			.firstWithSignal(chain.filter(exchange), tooLate(exchange.getResponse(), this.settings.patienceAt(path)))
			.doFinally((end) -> leave(size));
	}

	/** One large body alone always gets in. */
	private boolean enter(long size) {
		long bodies = this.bytes.addAndGet(size);
		boolean fits = bodies <= this.settings.bodies().toBytes() || bodies == size;
		if (this.requests.incrementAndGet() <= this.settings.most() && fits) {
			return true;
		}
		leave(size);
		return false;
	}

	private void leave(long size) {
		this.requests.decrementAndGet();
		this.bytes.addAndGet(-size);
	}

	/** What does not say its size may be of any. */
	private long size(HttpHeaders headers) {
		if (headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			return this.settings.unknownBody().toBytes();
		}
		return Math.max(0, headers.getContentLength());
	}

	/** An answer that has begun may take as long as its reader needs. */
	private static Mono<Void> tooLate(ServerHttpResponse response, Duration patience) {
		return Mono.delay(patience)
			.flatMap((now) -> response.isCommitted() ? Mono.never() : Mono.error(Problems::unavailable));
	}

	/**
	 * The management port finds this filter too, and has to answer also under overload.
	 */
	private static boolean isOfOperators(ServerWebExchange exchange) {
		return WebServerApplicationContext.hasServerNamespace(exchange.getApplicationContext(), "management");
	}

}
