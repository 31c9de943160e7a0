package jp.meguri.gateway.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the provider gave for one session.
 *
 * @param access goes to the services, never to the browser
 * @param refresh buys the next access token; null if the provider gives none
 * @param expiresAt end of the access token
 */
public record Tokens(String access, @Nullable String refresh, Instant expiresAt) {

	/** Time for a request to arrive while the token is still good. */
	private static final Duration TRAVEL = Duration.ofSeconds(30);

	boolean isFresh(Instant now) {
		return now.plus(TRAVEL).isBefore(this.expiresAt);
	}

	boolean isValid(Instant now) {
		return now.isBefore(this.expiresAt);
	}

	@Override
	public String toString() {
		return "Tokens[until " + this.expiresAt + "]";
	}

}
