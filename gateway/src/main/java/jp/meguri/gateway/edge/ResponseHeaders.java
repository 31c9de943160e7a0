package jp.meguri.gateway.edge;

import jp.meguri.gateway.web.EdgeFilter;
import jp.meguri.gateway.web.EdgeOrder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What every answer tells the browser: load nothing from elsewhere, show us in no frame,
 * guess no types, tell no one where you came from, keep nothing of a signed-in answer.
 */
@Component
@Order(EdgeOrder.RESPONSE_HEADERS)
final class ResponseHeaders extends EdgeFilter {

	/**
	 * Styles may stand inline: components set positions, and they cannot run anything.
	 */
	private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
			+ "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

	private final EdgeProperties settings;

	ResponseHeaders(EdgeProperties settings) {
		this.settings = settings;
	}

	@Override
	protected Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
		var path = exchange.getRequest().getURI().getRawPath();
		exchange.getResponse().beforeCommit(() -> {
			write(exchange.getResponse().getHeaders(), path);
			return Mono.empty();
		});
		return chain.filter(exchange);
	}

	private void write(HttpHeaders headers, String path) {
		headers.set("Content-Security-Policy", POLICY);
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("X-Frame-Options", "DENY");
		headers.set("Referrer-Policy", "no-referrer");
		headers.set("Cross-Origin-Opener-Policy", "same-origin");
		headers.set("Cross-Origin-Resource-Policy", "same-origin");
		headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
		if (this.settings.isHttps()) {
			headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		}
		if (isPrivate(path)) {
			headers.setCacheControl("no-store");
		}
	}

	private static boolean isPrivate(String path) {
		return (path.startsWith("/api/") && !path.startsWith("/api/public/")) || path.startsWith("/login/");
	}

}
