package jp.meguri.gateway.login;

import java.net.URI;
import java.util.Optional;
import jp.meguri.gateway.edge.EdgeProperties;
import jp.meguri.gateway.login.IdentityProperties.CityProvider;
import jp.meguri.gateway.session.SessionTokens;
import jp.meguri.gateway.session.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing out (サインアウト): the session ends here at once, and the page is told where the
 * browser ends the sign-in at the provider (OpenID Connect RP-Initiated Logout 1.0), so
 * that on a shared machine the next person is asked for a password.
 */
@Component
public final class SignOut implements ServerLogoutHandler, ServerLogoutSuccessHandler {

	private static final String TOLD = SignOut.class.getName();

	private static final View HERE = new View("/", true);

	private static final View HERE_ONLY = new View("/", false);

	private final SessionTokens tokens;

	private final IdentityProperties settings;

	private final EdgeProperties edge;

	private final ProviderReach reach;

	private final JsonMapper json;

	SignOut(SessionTokens tokens, IdentityProperties settings, EdgeProperties edge, ProviderReach reach,
			JsonMapper json) {
		this.tokens = tokens;
		this.settings = settings;
		this.edge = edge;
		this.reach = reach;
		this.json = json;
	}

	@Override
	public Mono<Void> logout(WebFilterExchange exchange, Authentication authentication) {
		return exchange.getExchange()
			.getSession()
			.flatMap((session) -> next(exchange.getExchange(), session)
				.doOnNext((view) -> exchange.getExchange().getAttributes().put(TOLD, view))
				.then(session.invalidate()));
	}

	/** Spring asks for this before the handler above has run; hence the detour. */
	@Override
	public Mono<Void> onLogoutSuccess(WebFilterExchange exchange, Authentication authentication) {
		return Mono.defer(() -> answer(exchange.getExchange()));
	}

	private Mono<Void> answer(ServerWebExchange exchange) {
		View view = exchange.getAttributeOrDefault(TOLD, HERE);
		var response = exchange.getResponse();
		response.setStatusCode(HttpStatus.OK);
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setCacheControl("no-store");
		return response
			.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(this.json.writeValueAsBytes(view))));
	}

	private Mono<View> next(ServerWebExchange exchange, WebSession session) {
		return Mono.justOrEmpty(city(session))
			.flatMap((city) -> atProvider(city, session, home(exchange.getRequest())))
			.onErrorReturn(HERE_ONLY)
			.defaultIfEmpty(HERE);
	}

	private Optional<CityProvider> city(WebSession session) {
		return SignedIn.in(session).flatMap((person) -> this.settings.city(person.city()));
	}

	private Mono<View> atProvider(CityProvider city, WebSession session, String home) {
		var address = city.endSessionUri();
		if (address == null) {
			return Mono.just(HERE_ONLY);
		}
		return this.tokens.identityToken(session)
			.filterWhen((token) -> this.reach.of(city.slug()))
			.map((token) -> new View(endSession(address, city, token, home), true))
			.defaultIfEmpty(HERE_ONLY);
	}

	private static String endSession(URI address, CityProvider city, String token, String home) {
		return UriComponentsBuilder.fromUri(address)
			.queryParam("id_token_hint", "{token}")
			.queryParam("client_id", "{client}")
			.queryParam("post_logout_redirect_uri", "{home}")
			.encode()
			.buildAndExpand(token, city.clientId(), home)
			.toUriString();
	}

	/** Where the provider sends the browser back to; registered there. */
	private String home(ServerHttpRequest request) {
		var base = this.edge.publicUrl();
		return ((base != null) ? base : request.getURI()).resolve("/").toString();
	}

	/**
	 * @param to where the page goes on
	 * @param complete whether, once there, the sign-in at the provider has ended too
	 */
	record View(String to, boolean complete) {
	}

}
