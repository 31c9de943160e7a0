package jp.meguri.gateway.access;

import jp.meguri.gateway.session.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Reads the caller from the session. Sessions begin at login and end at logout; there is
 * nothing to save here.
 */
@Component
final class SessionContext implements ServerSecurityContextRepository {

	@Override
	public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
		return Mono.empty();
	}

	@Override
	public Mono<SecurityContext> load(ServerWebExchange exchange) {
		return exchange.getSession()
			.flatMap((session) -> Mono.justOrEmpty(SignedIn.in(session)))
			.map((person) -> new Caller(person.issuer(), person.subject()))
			.map((caller) -> new SecurityContextImpl(CallerAuthentication.bySession(caller)));
	}

}
