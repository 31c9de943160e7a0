package jp.meguri.gateway.access;

import java.net.URI;
import java.util.Set;
import jp.meguri.gateway.edge.EdgeProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Whether a request comes from a page of ours, as the browser tells it. A second net
 * beside the anti-forgery token.
 */
@Component
final class OwnPages {

	private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	private final EdgeProperties settings;

	OwnPages(EdgeProperties settings) {
		this.settings = settings;
	}

	static boolean changesSomething(ServerHttpRequest request) {
		return !READING.contains(request.getMethod());
	}

	/**
	 * Under {@code no-referrer} a browser may send "null"; then only Sec-Fetch-Site
	 * tells.
	 */
	boolean sent(ServerHttpRequest request) {
		var site = request.getHeaders().getFirst("Sec-Fetch-Site");
		if (site != null) {
			return site.equals("same-origin");
		}
		var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
		return origin == null || (origin.size() == 1 && isOurs(origin.get(0), request));
	}

	private boolean isOurs(String origin, ServerHttpRequest request) {
		var expected = (this.settings.publicUrl() != null) ? this.settings.publicUrl().getAuthority()
				: request.getHeaders().getFirst(HttpHeaders.HOST);
		return expected != null && expected.equalsIgnoreCase(authority(origin));
	}

	private static @Nullable String authority(String origin) {
		try {
			return URI.create(origin).getAuthority();
		}
		catch (IllegalArgumentException malformed) {
			return null;
		}
	}

}
