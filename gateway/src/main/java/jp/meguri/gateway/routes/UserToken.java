package jp.meguri.gateway.routes;

import jp.meguri.gateway.access.CallerAuthentication;
import jp.meguri.gateway.problem.Problem;
import jp.meguri.gateway.session.SessionTokens;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Puts the user's own access token at the request's side; {@link OutgoingHeaders} sends
 * it. The gateway has no token of its own and acts for nobody else.
 */
@Component
final class UserToken implements GatewayFilter {

	static final String ATTRIBUTE = UserToken.class.getName();

	private final SessionTokens sessions;

	UserToken(SessionTokens sessions) {
		this.sessions = sessions;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		return ReactiveSecurityContextHolder.getContext()
			.map(SecurityContext::getAuthentication)
			.cast(CallerAuthentication.class)
			.flatMap((caller) -> token(caller, exchange))
			.switchIfEmpty(Mono.error(Problem::unauthenticated))
			.doOnNext((token) -> exchange.getAttributes().put(ATTRIBUTE, token))
			.flatMap((token) -> chain.filter(exchange));
	}

	private Mono<String> token(CallerAuthentication caller, ServerWebExchange exchange) {
		return Mono.justOrEmpty(caller.bearerToken())
			.switchIfEmpty(Mono.defer(() -> exchange.getSession().flatMap(this.sessions::accessToken)));
	}

	@Override
	public String toString() {
		return "UserToken";
	}

}
