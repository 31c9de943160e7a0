package jp.meguri.gateway.login;

import java.util.Objects;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.session.SessionEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The provider's own word that a sign-in has ended: at another application, or because an
 * administrator said so. It comes without a session; its signature is what counts.
 */
@RestController
final class BackChannelLogout {

	private static final Logger logger = LoggerFactory.getLogger(BackChannelLogout.class);

	private final LogoutTokens tokens;

	private final SessionEnd end;

	BackChannelLogout(LogoutTokens tokens, SessionEnd end) {
		this.tokens = tokens;
		this.end = end;
	}

	@PostMapping(path = "/logout/provider/{city}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	Mono<ResponseEntity<Void>> end(@PathVariable String city, ServerWebExchange exchange) {
		return exchange.getFormData()
			.flatMap((form) -> Mono.justOrEmpty(form.getFirst("logout_token")))
			.switchIfEmpty(Mono.error(Problem::malformed))
			.flatMap((token) -> this.tokens.read(city, token))
			.onErrorMap(BadJwtException.class, (refusal) -> Problem.of(HttpStatus.BAD_REQUEST, "malformed", refusal))
			.flatMap(this::ended)
			.doOnNext((count) -> logger.info("The provider of {} ended {} session(s)", city, count))
			.map((count) -> ResponseEntity.ok().<Void>build());
	}

	/**
	 * Where the sign-in is named it counts alone: what the provider calls a person here
	 * need not be what it calls the same person in an ID token.
	 */
	private Mono<Long> ended(Jwt token) {
		var issuer = token.getClaimAsString("iss");
		var signIn = token.getClaimAsString("sid");
		return (signIn != null) ? this.end.ofSignIn(issuer, signIn)
				: this.end.ofPerson(issuer, Objects.requireNonNull(token.getSubject()));
	}

}
