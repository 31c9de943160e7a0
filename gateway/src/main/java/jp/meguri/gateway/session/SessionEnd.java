package jp.meguri.gateway.session;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Ends sessions because their provider says so. Each method tells how many there were.
 */
@Component
public class SessionEnd {

	private final SessionRepository sessions;

	SessionEnd(SessionRepository sessions) {
		this.sessions = sessions;
	}

	/** Ends what one sign-in at the provider began. */
	public Mono<Long> ofSignIn(String issuer, String signIn) {
		return this.sessions.deleteOfSignIn(issuer, signIn);
	}

	/** Ends all sessions of a person. */
	public Mono<Long> ofPerson(String issuer, String subject) {
		return this.sessions.deleteOfPerson(issuer, subject);
	}

}
