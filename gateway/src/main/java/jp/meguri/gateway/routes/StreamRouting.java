package jp.meguri.gateway.routes;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.config.HttpClientFactory;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.config.HttpClientSslConfigurer;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Hands streams of hints on over connections of their own: however many are open, none is
 * taken from ordinary requests. What it has handed on, the filter behind it leaves alone.
 */
@Component
final class StreamRouting extends NettyRoutingFilter {

	private final HttpClient streams;

	StreamRouting(HttpClient ordinary, ObjectProvider<List<HttpHeadersFilter>> headers, HttpClientProperties settings,
			StreamClient streams) {
		super(ordinary, headers, settings);
		this.streams = streams.create();
	}

	@Override
	public int getOrder() {
		return ORDER - 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return ServiceRoutes.STREAM.equals(route.getId()) ? super.filter(exchange, chain) : chain.filter(exchange);
	}

	@Override
	protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
		return this.streams;
	}

	/** Set up as the ordinary client, with another pool. */
	@Component
	static final class StreamClient {

		private final Factory factory;

		StreamClient(HttpClientProperties settings, ServerProperties server, HttpClientSslConfigurer ssl,
				List<HttpClientCustomizer> customizers, StreamProperties streams) {
			this.factory = new Factory(settings, server, ssl, customizers, streams.most());
		}

		HttpClient create() {
			return this.factory.createInstance();
		}

	}

	private static final class Factory extends HttpClientFactory {

		private final int most;

		Factory(HttpClientProperties settings, ServerProperties server, HttpClientSslConfigurer ssl,
				List<HttpClientCustomizer> customizers, int most) {
			super(settings, server, ssl, customizers);
			this.most = most;
		}

		@Override
		protected ConnectionProvider buildConnectionProvider(HttpClientProperties settings) {
			return ConnectionProvider.builder("streams")
				.maxConnections(this.most)
				.pendingAcquireMaxCount(this.most)
				.pendingAcquireTimeout(Duration.ofMillis(settings.getPool().getAcquireTimeout()))
				.maxIdleTime(settings.getPool().getMaxIdleTime())
				.maxLifeTime(settings.getPool().getMaxLifeTime())
				.evictInBackground(settings.getPool().getEvictionInterval())
				.build();
		}

		@Override
		protected HttpClient createInstance() {
			return super.createInstance();
		}

	}

}
