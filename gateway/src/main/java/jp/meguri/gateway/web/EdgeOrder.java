package jp.meguri.gateway.web;

import org.springframework.core.Ordered;

/**
 * In which order the filters stand. Spring Security stands at -100.
 */
public final class EdgeOrder {

	public static final int CORRELATION = Ordered.HIGHEST_PRECEDENCE + 100;

	public static final int RESPONSE_HEADERS = CORRELATION + 1;

	public static final int ADDRESS = CORRELATION + 2;

	public static final int HOST = CORRELATION + 3;

	public static final int ADMISSION = CORRELATION + 4;

	public static final int RATE = CORRELATION + 5;

	public static final int BODY = CORRELATION + 6;

	public static final int CSRF_COOKIE = CORRELATION + 7;

	/** After Spring Security: who it is, is known. */
	public static final int RIGHTS = -50;

	private EdgeOrder() {
	}

}
