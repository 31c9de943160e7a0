package jp.meguri.gateway.edge;

import java.util.Set;
import java.util.regex.Pattern;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.web.EdgeFilter;
import jp.meguri.gateway.web.EdgeOrder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Which requests are well formed at all. Every address of Meguri is plain ASCII, so the
 * path is a list of what is allowed rather than of tricks: nothing encoded, no {@code ;},
 * no empty or dotted segment. What passes here reads the same for the gateway and for the
 * service behind it.
 */
@Component
@Order(EdgeOrder.ADDRESS)
final class AddressRule extends EdgeFilter {

	private static final Pattern PATH = Pattern.compile("/|(/[A-Za-z0-9_~-]+(\\.[A-Za-z0-9_~-]+)*)+");

	/** Shorter than what a service takes: whatever passes here is answered there. */
	private static final int LONGEST = 3000;

	private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
			HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

	@Override
	protected Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
		var request = exchange.getRequest();
		if (!METHODS.contains(request.getMethod())) {
			return Mono.error(() -> new MethodNotAllowedException(request.getMethod(), METHODS));
		}
		if (request.getURI().toString().length() > LONGEST) {
			return Mono.error(() -> Problem.of(HttpStatus.URI_TOO_LONG, "uri-too-long"));
		}
		if (!isPlain(request) || upgrades(request)) {
			return Mono.error(Problem::malformed);
		}
		if (expectsTheUnknown(request)) {
			return Mono.error(() -> Problem.of(HttpStatus.EXPECTATION_FAILED, "expectation-failed"));
		}
		if (request.getHeaders().containsHeader(HttpHeaders.CONTENT_ENCODING)) {
			return Mono.error(() -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type"));
		}
		return chain.filter(exchange);
	}

	static boolean isPlain(String path) {
		return path.length() <= 1000 && PATH.matcher(path).matches();
	}

	private static boolean isPlain(ServerHttpRequest request) {
		return isPlain(request.getURI().getRawPath()) && isOriginForm(request);
	}

	/**
	 * An absolute-form target ({@code GET http://host/path}) names a host of its own, and
	 * a fragment is never sent by a browser.
	 */
	private static boolean isOriginForm(ServerHttpRequest request) {
		Object received = ServerHttpRequestDecorator.getNativeRequest(request);
		return !(received instanceof HttpServerRequest line)
				|| (line.uri().startsWith("/") && !line.uri().contains("#"));
	}

	private static boolean upgrades(ServerHttpRequest request) {
		var upgrade = request.getHeaders().getUpgrade();
		return upgrade != null && upgrade.toLowerCase().contains("websocket");
	}

	private static boolean expectsTheUnknown(ServerHttpRequest request) {
		var expect = request.getHeaders().getFirst(HttpHeaders.EXPECT);
		return expect != null && !expect.equalsIgnoreCase("100-continue");
	}

}
