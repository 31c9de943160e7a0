package jp.meguri.gateway.routes;

import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends streams of hints after a while. The browser reconnects by itself and is checked
 * anew: who signed out or lost a role hears nothing more within the minute. A stopping
 * gateway ends them at once, as nobody else would.
 */
@Component
final class StreamEnd implements GatewayFilter, Ordered {

	private final StreamProperties settings;

	private final Sinks.Empty<Void> stopping = Sinks.empty();

	StreamEnd(StreamProperties settings) {
		this.settings = settings;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		var response = new Ending(exchange.getResponse(), Mono.defer(this::end));
		return chain.filter(exchange.mutate().response(response).build());
	}

	/**
	 * Before the filter that writes the answer, else it would write to the undecorated
	 * one.
	 */
	@Override
	public int getOrder() {
		return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
	}

	@EventListener(ContextClosedEvent.class)
	void endAll() {
		this.stopping.tryEmitEmpty();
	}

	private Mono<Boolean> end() {
		return Mono.firstWithSignal(Mono.delay(this.settings.life()).thenReturn(true),
				this.stopping.asMono().thenReturn(true));
	}

	@Override
	public String toString() {
		return "StreamEnd[" + this.settings.life() + "]";
	}

	private static final class Ending extends ServerHttpResponseDecorator {

		private final Mono<Boolean> end;

		Ending(ServerHttpResponse response, Mono<Boolean> end) {
			super(response);
			this.end = end;
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			return super.writeAndFlushWith(Flux.from(body).takeUntilOther(this.end));
		}

	}

}
