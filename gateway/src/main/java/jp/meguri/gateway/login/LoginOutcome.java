package jp.meguri.gateway.login;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.identity.keys.KeySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;

/**
 * What the browser sees when it comes back from the provider.
 */
@Component
final class LoginOutcome implements ServerAuthenticationSuccessHandler, ServerAuthenticationFailureHandler {

	private static final Logger logger = LoggerFactory.getLogger(LoginOutcome.class);

	private final DefaultServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

	@Override
	public Mono<Void> onAuthenticationSuccess(WebFilterExchange exchange, Authentication authentication) {
		var target = PendingLogins.target(exchange.getExchange());
		return this.redirect.sendRedirect(exchange.getExchange(), URI.create(target));
	}

	/** The same sentence for every refusal; a provider that is down is another matter. */
	@Override
	public Mono<Void> onAuthenticationFailure(WebFilterExchange exchange, AuthenticationException failure) {
		if (isOutage(failure)) {
			return Mono.error(() -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unavailable", failure)
				.retryAfter(Duration.ofSeconds(10)));
		}
		logger.warn("A login failed: {}", reason(failure));
		return Mono.error(() -> Problem.of(HttpStatus.BAD_REQUEST, "sign-in-failed", failure));
	}

	private static boolean isOutage(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof WebClientException || cause instanceof IOException || cause instanceof TimeoutException
					|| cause instanceof KeySet.KeysUnavailable) {
				return true;
			}
		}
		return false;
	}

	private static String reason(AuthenticationException failure) {
		return (failure instanceof OAuth2AuthenticationException refused) ? refused.getError().getErrorCode()
				: failure.getClass().getSimpleName();
	}

}
