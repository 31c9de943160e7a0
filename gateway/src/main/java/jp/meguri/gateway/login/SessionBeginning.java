package jp.meguri.gateway.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import jp.meguri.gateway.session.SessionStart;
import jp.meguri.gateway.session.SignedIn;
import jp.meguri.gateway.session.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The moment somebody is signed in: the access token must be one the services accept and
 * be of the same person; then a session begins under a new id.
 */
@Component
final class SessionBeginning implements ServerOAuth2AuthorizedClientRepository {

	private final AccessTokens accessTokens;

	private final SessionStart start;

	private final Clock clock = Clock.systemUTC();

	SessionBeginning(AccessTokens accessTokens, SessionStart start) {
		this.accessTokens = accessTokens;
		this.start = start;
	}

	@Override
	public Mono<Void> saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication authentication,
			ServerWebExchange exchange) {
		var user = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
		var city = client.getClientRegistration().getRegistrationId();
		return this.accessTokens.read(client.getAccessToken().getTokenValue())
			.onErrorMap(BadJwtException.class, (ex) -> new OAuth2AuthenticationException("invalid_access_token"))
			.filter((token) -> user.getSubject().equals(token.getSubject()) && isOf(token, user))
			.switchIfEmpty(Mono.error(() -> new OAuth2AuthenticationException("foreign_access_token")))
			.flatMap((token) -> this.start.begin(exchange, signedIn(user, city), tokens(client, user)));
	}

	/** Nothing is kept outside {@link SessionStart}. */
	@Override
	public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(String registration,
			Authentication principal, ServerWebExchange exchange) {
		return Mono.empty();
	}

	@Override
	public Mono<Void> removeAuthorizedClient(String registration, Authentication principal,
			ServerWebExchange exchange) {
		return Mono.empty();
	}

	private static boolean isOf(Jwt token, OidcUser user) {
		return user.getIssuer().equals(token.getIssuer());
	}

	private static SignedIn signedIn(OidcUser user, String city) {
		@Nullable String signIn = user.getClaimAsString("sid");
		return new SignedIn(user.getIssuer().toString(), user.getSubject(), city, (signIn != null) ? signIn : "");
	}

	private Tokens tokens(OAuth2AuthorizedClient client, OidcUser user) {
		var refresh = client.getRefreshToken();
		return Tokens.received(client.getAccessToken().getTokenValue(),
				(refresh != null) ? refresh.getTokenValue() : null, user.getIdToken().getTokenValue(),
				this.clock.instant(), end(client.getAccessToken()));
	}

	private Instant end(OAuth2AccessToken token) {
		@Nullable Instant given = token.getExpiresAt();
		return (given != null) ? given : this.clock.instant().plus(Duration.ofMinutes(1));
	}

}
