package jp.meguri.gateway.routes;

import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Headers of a service that do not reach the browser: cookies and permissions for foreign
 * pages are the gateway's to give, and what software answers is nobody's business.
 */
@Component
final class ReturningHeaders implements HttpHeadersFilter, Ordered {

	private static final Set<String> STAYING = Set.of("set-cookie", "server", "x-powered-by", "clear-site-data");

	@Override
	public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
		var returned = new HttpHeaders();
		received.forEach((name, values) -> {
			if (passes(name.toLowerCase(Locale.ROOT))) {
				returned.addAll(name, values);
			}
		});
		return returned;
	}

	@Override
	public boolean supports(Type type) {
		return type == Type.RESPONSE;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	private static boolean passes(String name) {
		return !STAYING.contains(name) && !name.startsWith("access-control-");
	}

}
