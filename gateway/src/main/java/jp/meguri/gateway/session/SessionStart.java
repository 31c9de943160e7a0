package jp.meguri.gateway.session;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Begins the session of somebody who has just signed in. Only here does a session's id
 * change.
 */
@Component
public class SessionStart {

	private final SessionTokens tokens;

	SessionStart(SessionTokens tokens) {
		this.tokens = tokens;
	}

	/** Whatever session there was goes on under a new id, as that of this person. */
	public Mono<Void> begin(ServerWebExchange exchange, SignedIn person, Tokens received) {
		return exchange.getSession().flatMap((session) -> begin(session, person, received));
	}

	private Mono<Void> begin(WebSession session, SignedIn person, Tokens received) {
		boolean continued = session.isStarted();
		person.writeTo(session);
		return (continued ? session.changeSessionId() : session.save()).then(this.tokens.keep(session, received));
	}

}
