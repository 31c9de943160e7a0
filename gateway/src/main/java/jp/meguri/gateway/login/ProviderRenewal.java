package jp.meguri.gateway.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.meguri.gateway.session.TokenRenewal;
import jp.meguri.gateway.session.Tokens;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Renewal by refresh token.
 */
@Component
final class ProviderRenewal implements TokenRenewal {

	private final ProviderRegistrations registrations;

	private final WebClientReactiveRefreshTokenTokenResponseClient endpoint = new WebClientReactiveRefreshTokenTokenResponseClient();

	private final Clock clock = Clock.systemUTC();

	ProviderRenewal(ProviderRegistrations registrations, ProviderClient client) {
		this.registrations = registrations;
		this.endpoint.setWebClient(client.http());
	}

	@Override
	public Mono<Tokens> renew(String city, Tokens old) {
		var refresh = old.refresh();
		if (refresh == null) {
			return Mono.error(() -> new SignInEnded(new IllegalStateException("No refresh token")));
		}
		return this.registrations.findByRegistrationId(city)
			.switchIfEmpty(Mono.error(() -> new SignInEnded(new IllegalStateException("No such city"))))
			.flatMap((account) -> this.endpoint.getTokenResponse(request(account, old, refresh)))
			.map((answer) -> tokens(answer, old))
			.onErrorMap(ProviderRenewal::isRefusal, SignInEnded::new);
	}

	private OAuth2RefreshTokenGrantRequest request(ClientRegistration account, Tokens old, String refresh) {
		var longAgo = this.clock.instant().minus(Duration.ofDays(1));
		var access = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, old.access(), longAgo, old.expiresAt());
		return new OAuth2RefreshTokenGrantRequest(account, access, new OAuth2RefreshToken(refresh, longAgo));
	}

	/** What the answer does not replace goes on. */
	private Tokens tokens(OAuth2AccessTokenResponse answer, Tokens old) {
		var now = this.clock.instant();
		var next = answer.getRefreshToken();
		Instant end = answer.getAccessToken().getExpiresAt();
		var identity = answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
		return Tokens.received(answer.getAccessToken().getTokenValue(),
				(next != null) ? next.getTokenValue() : old.refresh(),
				(identity != null) ? identity.toString() : old.identity(), now,
				(end != null) ? end : now.plus(Duration.ofMinutes(1)));
	}

	private static boolean isRefusal(Throwable failure) {
		return failure instanceof OAuth2AuthorizationException refused && isFinal(refused.getError());
	}

	private static boolean isFinal(OAuth2Error error) {
		return OAuth2ErrorCodes.INVALID_GRANT.equals(error.getErrorCode());
	}

}
