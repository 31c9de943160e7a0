package jp.meguri.gateway.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;

/**
 * Login with the provider of a city: {@code /login/{city}} and back to
 * {@code /login/oauth2/code/{city}}.
 */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

	@Bean
	CityLogin cityLogin(ProviderClient client, ProviderKeys keys,
			ServerOAuth2AuthorizationRequestResolver loginRequests, ProviderRegistrations registrations,
			PendingLogins pendingLogins, SessionBeginning sessionBeginning, LoginOutcome outcome) {
		var manager = loginManager(client, keys);
		return (login) -> login.authenticationManager(manager)
			.clientRegistrationRepository(registrations)
			.authorizationRequestResolver(loginRequests)
			.authorizationRequestRepository(pendingLogins)
			.authorizedClientRepository(sessionBeginning)
			.authenticationSuccessHandler(outcome)
			.authenticationFailureHandler(outcome);
	}

	@Bean
	ServerOAuth2AuthorizationRequestResolver loginRequests(ProviderRegistrations registrations,
			IdentityProperties settings) {
		var resolver = new DefaultServerOAuth2AuthorizationRequestResolver(registrations, loginOfKnownCity(settings));
		resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		return resolver;
	}

	private static ReactiveAuthenticationManager loginManager(ProviderClient client, ProviderKeys keys) {
		var codes = new WebClientReactiveAuthorizationCodeTokenResponseClient();
		codes.setWebClient(client.http());
		var manager = new OidcAuthorizationCodeReactiveAuthenticationManager(codes,
				new OidcReactiveOAuth2UserService());
		manager.setJwtDecoderFactory((registration) -> idTokens(registration, keys));
		return manager;
	}

	private static ReactiveJwtDecoder idTokens(ClientRegistration registration, ProviderKeys keys) {
		return keys.decoder(registration.getRegistrationId(), new DelegatingOAuth2TokenValidator<>(
				new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
	}

	/** An unknown city is an unknown address. */
	private static ServerWebExchangeMatcher loginOfKnownCity(IdentityProperties settings) {
		var path = new PathPatternParserServerWebExchangeMatcher("/login/{registrationId}", HttpMethod.GET);
		return (exchange) -> path.matches(exchange)
			.filter((match) -> match.isMatch()
					&& settings.city(String.valueOf(match.getVariables().get("registrationId"))).isPresent())
			.switchIfEmpty(ServerWebExchangeMatcher.MatchResult.notMatch());
	}

}
