package jp.meguri.gateway.session;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.session.CookieWebSessionIdResolver;

/**
 * The cookie of the session. {@code __Host-} binds it to this host and to https; Chromium
 * accepts it on {@code http://localhost} too.
 */
public final class SessionCookie {

	public static final String NAME = "__Host-MEGURI";

	private SessionCookie() {
	}

	/** The id a browser sent, or null. */
	public static @Nullable String value(ServerHttpRequest request) {
		var cookie = request.getCookies().getFirst(NAME);
		return (cookie != null) ? cookie.getValue() : null;
	}

	static CookieWebSessionIdResolver resolver() {
		var resolver = new CookieWebSessionIdResolver();
		resolver.setCookieName(NAME);
		resolver.addCookieInitializer((cookie) -> cookie.httpOnly(true).secure(true).sameSite("Lax").path("/"));
		return resolver;
	}

}
