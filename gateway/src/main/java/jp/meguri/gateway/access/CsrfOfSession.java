package jp.meguri.gateway.access;

import jp.meguri.gateway.session.Seal;
import jp.meguri.gateway.session.SignedIn;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The anti-forgery token of a session is a signature of its id. It needs no storage, the
 * token of another session does not fit, and a cookie planted by a neighbouring host is
 * worth nothing.
 */
@Component
final class CsrfOfSession implements ServerCsrfTokenRepository {

	static final String HEADER = "X-XSRF-TOKEN";

	static final String COOKIE = "XSRF-TOKEN";

	private final Seal seal;

	CsrfOfSession(Seal seal) {
		this.seal = seal;
	}

	@Override
	public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
		return exchange.getSession().filter(CsrfOfSession::isSignedIn).map((session) -> tokenOf(session, exchange));
	}

	/** Without a session there is nothing to forge; a value nobody knows. */
	@Override
	public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
		return exchange.getSession().map((session) -> tokenOf(session, exchange));
	}

	@Override
	public Mono<Void> saveToken(ServerWebExchange exchange, CsrfToken token) {
		return Mono.empty();
	}

	static boolean isSignedIn(WebSession session) {
		return SignedIn.in(session).isPresent();
	}

	/** While keys are exchanged, what another gateway has just signed is as good. */
	private CsrfToken tokenOf(WebSession session, ServerWebExchange exchange) {
		var brought = exchange.getRequest().getHeaders().getFirst(HEADER);
		boolean good = brought != null && this.seal.isSignature(brought, "csrf", session.getId());
		return new DefaultCsrfToken(HEADER, "_csrf", good ? brought : this.seal.sign("csrf", session.getId()));
	}

}
