package jp.meguri.gateway.access;

import jp.meguri.gateway.web.EdgeFilter;
import jp.meguri.gateway.web.EdgeOrder;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tells the page its anti-forgery token: with the answer that ends the login, and
 * whenever the browser brings another one, so that the first POST works.
 */
@Component
@Order(EdgeOrder.CSRF_COOKIE)
final class CsrfCookie extends EdgeFilter {

	private final CsrfOfSession csrf;

	CsrfCookie(CsrfOfSession csrf) {
		this.csrf = csrf;
	}

	@Override
	protected Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
		var path = exchange.getRequest().getURI().getRawPath();
		if (path.startsWith("/login/oauth2/") || path.equals("/api/me")) {
			exchange.getResponse().beforeCommit(() -> write(exchange));
		}
		return chain.filter(exchange);
	}

	private Mono<Void> write(ServerWebExchange exchange) {
		return this.csrf.loadToken(exchange)
			.filter((token) -> !token.getToken().equals(brought(exchange)))
			.doOnNext((token) -> exchange.getResponse().addCookie(cookie(token.getToken())))
			.then()
			// The answer may be that the sessions cannot be read: it goes out without
			// cookie.
			.onErrorComplete();
	}

	private static String brought(ServerWebExchange exchange) {
		var cookie = exchange.getRequest().getCookies().getFirst(CsrfOfSession.COOKIE);
		return (cookie != null) ? cookie.getValue() : "";
	}

	/** Readable for scripts of this site: they copy it into the header. */
	private static ResponseCookie cookie(String value) {
		return ResponseCookie.from(CsrfOfSession.COOKIE, value).secure(true).sameSite("Lax").path("/").build();
	}

}
