package jp.meguri.gateway.access;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The anti-forgery token counts in the header of a request from our own pages, nowhere
 * else: a form can set neither.
 */
@Component
final class CsrfHeader extends ServerCsrfTokenRequestAttributeHandler {

	private final OwnPages ownPages;

	CsrfHeader(OwnPages ownPages) {
		this.ownPages = ownPages;
	}

	@Override
	public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken expected) {
		var request = exchange.getRequest();
		return Mono.justOrEmpty(request.getHeaders().getFirst(expected.getHeaderName()))
			.filter((given) -> this.ownPages.sent(request));
	}

}
