package jp.meguri.gateway.login;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.meguri.gateway.session.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A login on its way to the provider and back: state, nonce and code verifier travel in a
 * sealed cookie of the browser that began it. No row is written before somebody is signed
 * in, and any gateway can finish what another began.
 */
@Component
final class PendingLogins implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	static final String COOKIE = "__Host-MEGURI-LOGIN";

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final String PLACE = "login";

	private static final String TARGET = PendingLogins.class.getName() + ".target";

	private static final Pattern LOCAL = Pattern
		.compile("/(?!/)[A-Za-z0-9/_.~-]*(\\?[A-Za-z0-9=&_.~%-]*)?(#[A-Za-z0-9_.-]*)?");

	private final Seal seal;

	private final JsonMapper json;

	private final Clock clock = Clock.systemUTC();

	PendingLogins(Seal seal, JsonMapper json) {
		this.seal = seal;
		this.json = json;
	}

	@Override
	public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
		return Mono.fromSupplier(() -> pending(exchange))
			.flatMap(Mono::justOrEmpty)
			.filter((pending) -> pending.isAnsweredBy(exchange.getRequest()))
			.map(Pending::request);
	}

	@Override
	public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
		return Mono.fromRunnable(() -> {
			var target = exchange.getRequest().getQueryParams().getFirst("to");
			var pending = Pending.of(request, localOrHome(target), this.clock.instant().plus(PATIENCE));
			var sealed = this.seal.seal(PLACE, this.json.writeValueAsString(pending));
			exchange.getResponse().addCookie(cookie(Base64.getUrlEncoder().encodeToString(sealed), PATIENCE));
		});
	}

	@Override
	public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
		return loadAuthorizationRequest(exchange).doOnNext((request) -> {
			pending(exchange).ifPresent((pending) -> exchange.getAttributes().put(TARGET, pending.target()));
			exchange.getResponse().addCookie(cookie("", Duration.ZERO));
		});
	}

	/** Where the person wanted to go when the login began. */
	static String target(ServerWebExchange exchange) {
		return exchange.getAttributeOrDefault(TARGET, "/");
	}

	static String localOrHome(@Nullable String target) {
		return (target != null && target.length() <= 500 && LOCAL.matcher(target).matches()) ? target : "/";
	}

	private Optional<Pending> pending(ServerWebExchange exchange) {
		var cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
		if (cookie == null) {
			return Optional.empty();
		}
		try {
			return this.seal.open(PLACE, Base64.getUrlDecoder().decode(cookie.getValue()))
				.map((text) -> this.json.readValue(text, Pending.class))
				.filter((pending) -> this.clock.instant().isBefore(pending.until()));
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Optional.empty();
		}
	}

	private static ResponseCookie cookie(String value, Duration age) {
		return ResponseCookie.from(COOKIE, value)
			.httpOnly(true)
			.secure(true)
			.sameSite("Lax")
			.path("/")
			.maxAge(age)
			.build();
	}

	/** What has to be known again when the browser comes back. */
	record Pending(String state, String authorizationUri, String clientId, String redirectUri, Set<String> scopes,
			Map<String, String> parameters, Map<String, String> attributes, String target, Instant until) {

		static Pending of(OAuth2AuthorizationRequest request, String target, Instant until) {
			return new Pending(request.getState(), request.getAuthorizationUri(), request.getClientId(),
					request.getRedirectUri(), request.getScopes(), texts(request.getAdditionalParameters()),
					texts(request.getAttributes()), target, until);
		}

		/** The state of this login, at the address it was sent to. */
		boolean isAnsweredBy(ServerHttpRequest answer) {
			return this.state.equals(answer.getQueryParams().getFirst("state"))
					&& URI.create(this.redirectUri).getPath().equals(answer.getURI().getPath());
		}

		OAuth2AuthorizationRequest request() {
			return OAuth2AuthorizationRequest.authorizationCode()
				.state(this.state)
				.authorizationUri(this.authorizationUri)
				.clientId(this.clientId)
				.redirectUri(this.redirectUri)
				.scopes(this.scopes)
				.additionalParameters((all) -> all.putAll(this.parameters))
				.attributes((all) -> all.putAll(this.attributes))
				.build();
		}

		private static Map<String, String> texts(Map<String, Object> values) {
			return values.entrySet()
				.stream()
				.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (entry) -> entry.getValue().toString()));
		}

	}

}
