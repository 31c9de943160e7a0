package jp.meguri.gateway.edge;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.web.EdgeFilter;
import jp.meguri.gateway.web.EdgeOrder;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bodies have a largest size, whether they announce it or come in chunks without end, and
 * a longest time. The time ends before that of the route does: a slow sender must not
 * look like a slow service.
 */
@Component
@Order(EdgeOrder.BODY)
final class BodyLimit extends EdgeFilter {

	/** Where whole documents are sent. */
	private static final Set<String> DOCUMENTS = Set.of("/api/goals/imports", "/api/goals/forms",
			"/api/goals/forms/inspection");

	private final EdgeProperties settings;

	BodyLimit(EdgeProperties settings) {
		this.settings = settings;
	}

	@Override
	protected Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
		var request = exchange.getRequest();
		boolean isImport = DOCUMENTS.contains(request.getURI().getRawPath());
		long size = (isImport ? this.settings.importSize() : this.settings.textSize()).toBytes();
		var time = isImport ? this.settings.importTime() : this.settings.textTime();
		if (request.getHeaders().getContentLength() > size) {
			return Mono.error(BodyLimit::tooLarge);
		}
		return chain.filter(exchange.mutate().request(new Limited(request, size, time)).build());
	}

	/** The rest of the body is not waited for. */
	private static Problem tooLarge() {
		return Problem.tooLarge().with(HttpHeaders.CONNECTION, "close");
	}

	private static Problem tooSlow() {
		return Problem.of(HttpStatus.REQUEST_TIMEOUT, "too-slow").with(HttpHeaders.CONNECTION, "close");
	}

	private static final class Limited extends ServerHttpRequestDecorator {

		private final long size;

		private final Duration time;

		Limited(ServerHttpRequest request, long size, Duration time) {
			super(request);
			this.size = size;
			this.time = time;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return Flux.defer(() -> {
				var seen = new AtomicLong();
				return super.getBody().takeUntilOther(tooLate()).handle((part, sink) -> {
					if (seen.addAndGet(part.readableByteCount()) > this.size) {
						DataBufferUtils.release(part);
						sink.error(tooLarge());
					}
					else {
						sink.next(part);
					}
				});
			});
		}

		private Mono<Void> tooLate() {
			return Mono.delay(this.time).then(Mono.error(BodyLimit::tooSlow));
		}

	}

}
