package jp.meguri.gateway.login;

import java.time.Duration;
import jp.meguri.gateway.problem.Problem;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Begins a login at {@code /login/{city}}: with proof key, and only if the provider can
 * be reached. An unknown city is an unknown address.
 */
@Component
final class LoginRequests implements ServerOAuth2AuthorizationRequestResolver {

	private final DefaultServerOAuth2AuthorizationRequestResolver requests;

	private final ProviderReach reach;

	LoginRequests(ProviderRegistrations registrations, IdentityProperties settings, ProviderReach reach) {
		this.requests = new DefaultServerOAuth2AuthorizationRequestResolver(registrations, loginOfKnownCity(settings));
		this.requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		this.reach = reach;
	}

	@Override
	public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
		return this.requests.resolve(exchange).flatMap(this::reachable);
	}

	@Override
	public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String city) {
		return this.requests.resolve(exchange, city).flatMap(this::reachable);
	}

	private Mono<OAuth2AuthorizationRequest> reachable(OAuth2AuthorizationRequest request) {
		String city = request.getAttribute(OAuth2ParameterNames.REGISTRATION_ID);
		return this.reach.of(String.valueOf(city))
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unavailable")
				.retryAfter(Duration.ofSeconds(10))))
			.thenReturn(request);
	}

	private static ServerWebExchangeMatcher loginOfKnownCity(IdentityProperties settings) {
		var path = new PathPatternParserServerWebExchangeMatcher("/login/{registrationId}", HttpMethod.GET);
		return (exchange) -> path.matches(exchange)
			.filter((match) -> match.isMatch()
					&& settings.city(String.valueOf(match.getVariables().get("registrationId"))).isPresent())
			.switchIfEmpty(ServerWebExchangeMatcher.MatchResult.notMatch());
	}

}
