package jp.meguri.evaluation.published;

import org.springframework.http.HttpHeaders;

/**
 * The public pages load their own style sheet and nothing else, run nothing, and stand in
 * no frame.
 */
final class PageSecurity {

	private static final String POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
			+ " frame-ancestors 'none'";

	private PageSecurity() {
	}

	static void apply(HttpHeaders headers) {
		headers.set("Content-Security-Policy", POLICY);
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("Referrer-Policy", "no-referrer");
	}

}
