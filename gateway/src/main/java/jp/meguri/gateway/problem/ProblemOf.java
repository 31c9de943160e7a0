package jp.meguri.gateway.problem;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/**
 * Which problem a failure is: the one table of the gateway. Services are called by the
 * gateway's own client; {@code WebClient} is used for identity providers only.
 */
final class ProblemOf {

	private static final Duration SOON = Duration.ofSeconds(5);

	private static final Map<Integer, String> NAMES = Map.of(400, "malformed", 401, "unauthenticated", 403, "forbidden",
			404, "not-found", 405, "method-not-allowed", 406, "not-acceptable", 413, "too-large", 415,
			"unsupported-media-type", 429, "too-many-requests", 504, "timeout");

	private ProblemOf() {
	}

	static Problem of(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			var known = known(cause);
			if (known != null) {
				return known;
			}
		}
		return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", failure);
	}

	private static @Nullable Problem known(Throwable cause) {
		if (cause instanceof Problem problem) {
			return problem;
		}
		if (cause instanceof MethodNotAllowedException refused) {
			return methodNotAllowed(refused);
		}
		if (cause instanceof WebClientRequestException) {
			return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unavailable", cause).retryAfter(SOON);
		}
		if (isBusyOrDown(cause)) {
			return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", cause).retryAfter(SOON);
		}
		if (cause instanceof TimeoutException || cause instanceof ReadTimeoutException) {
			return Problem.of(HttpStatus.GATEWAY_TIMEOUT, "timeout", cause);
		}
		if (cause instanceof ResponseStatusException answer) {
			return byStatus(answer);
		}
		if (cause instanceof AuthenticationException) {
			return Problem.unauthenticated();
		}
		if (cause instanceof AccessDeniedException) {
			return Problem.forbidden();
		}
		if (cause instanceof PrematureCloseException || cause instanceof PrematureChannelClosureException
				|| cause instanceof IOException) {
			return Problem.of(HttpStatus.BAD_GATEWAY, "bad-gateway", cause);
		}
		return null;
	}

	private static boolean isBusyOrDown(Throwable cause) {
		return cause instanceof CallNotPermittedException || cause instanceof ServiceUnavailableException
				|| cause instanceof ConnectException || cause instanceof ConnectTimeoutException
				|| cause instanceof UnknownHostException || cause instanceof PoolAcquireTimeoutException
				|| cause instanceof PoolAcquirePendingLimitException
				|| cause instanceof DataAccessResourceFailureException || cause instanceof TransientDataAccessException;
	}

	private static Problem methodNotAllowed(MethodNotAllowedException refused) {
		var allowed = refused.getSupportedMethods().stream().map(HttpMethod::name).sorted();
		return Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed")
			.with(HttpHeaders.ALLOW, allowed.collect(Collectors.joining(", ")));
	}

	private static @Nullable Problem byStatus(ResponseStatusException answer) {
		var status = HttpStatus.resolve(answer.getStatusCode().value());
		var name = NAMES.get(answer.getStatusCode().value());
		return (status != null && name != null) ? Problem.of(status, name, answer) : null;
	}

}
