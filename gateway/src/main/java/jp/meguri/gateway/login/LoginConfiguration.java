package jp.meguri.gateway.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Login with the provider of a city: {@code /login/{city}} and back to
 * {@code /login/oauth2/code/{city}}.
 */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

	@Bean
	CityLogin cityLogin(ProviderClient client, ProviderKeys keys, LoginRequests loginRequests,
			ProviderRegistrations registrations, PendingLogins pendingLogins, SessionBeginning sessionBeginning,
			LoginOutcome outcome) {
		var manager = loginManager(client, keys);
		return (login) -> login.authenticationManager(manager)
			.clientRegistrationRepository(registrations)
			.authorizationRequestResolver(loginRequests)
			.authorizationRequestRepository(pendingLogins)
			.authorizedClientRepository(sessionBeginning)
			.authenticationSuccessHandler(outcome)
			.authenticationFailureHandler(outcome);
	}

	private static ReactiveAuthenticationManager loginManager(ProviderClient client, ProviderKeys keys) {
		var codes = new WebClientReactiveAuthorizationCodeTokenResponseClient();
		codes.setWebClient(client.forLogins());
		var manager = new OidcAuthorizationCodeReactiveAuthenticationManager(codes,
				new OidcReactiveOAuth2UserService());
		manager.setJwtDecoderFactory((registration) -> idTokens(registration, keys));
		return manager;
	}

	private static ReactiveJwtDecoder idTokens(ClientRegistration registration, ProviderKeys keys) {
		return keys.decoder(registration.getRegistrationId(), new DelegatingOAuth2TokenValidator<>(
				new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
	}

}
