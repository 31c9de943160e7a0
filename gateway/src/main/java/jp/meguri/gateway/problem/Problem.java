package jp.meguri.gateway.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A refusal the caller is told about. Its sentences stand in {@code messages/gateway}
 * under its name.
 */
public final class Problem extends RuntimeException {

	private final HttpStatus status;

	private final String name;

	private final HttpHeaders headers = new HttpHeaders();

	private Problem(HttpStatus status, String name, @Nullable Throwable cause) {
		super(name, cause, false, false);
		this.status = status;
		this.name = name;
	}

	public static Problem of(HttpStatus status, String name) {
		return new Problem(status, name, null);
	}

	public static Problem of(HttpStatus status, String name, Throwable cause) {
		return new Problem(status, name, cause);
	}

	/** Outside the caller's city, or not there at all: both look alike. */
	public static Problem notFound() {
		return of(HttpStatus.NOT_FOUND, "not-found");
	}

	public static Problem malformed() {
		return of(HttpStatus.BAD_REQUEST, "malformed");
	}

	public static Problem forbidden() {
		return of(HttpStatus.FORBIDDEN, "forbidden");
	}

	public static Problem unauthenticated() {
		return of(HttpStatus.UNAUTHORIZED, "unauthenticated").with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
	}

	public static Problem tooLarge() {
		return of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
	}

	public Problem with(String header, String value) {
		this.headers.add(header, value);
		return this;
	}

	public Problem retryAfter(Duration wait) {
		return with(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000)));
	}

	public HttpStatus status() {
		return this.status;
	}

	/** Last part of the problem's type. */
	public String name() {
		return this.name;
	}

	HttpHeaders headers() {
		return this.headers;
	}

}
