package jp.meguri.gateway.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the provider gave for one session.
 *
 * @param access goes to the services, never to the browser
 * @param refresh buys the next access token; null if the provider gives none
 * @param identity tells the provider at sign-out which sign-in ends; null if it gave none
 * @param renewAt from when on the next access token is wanted
 * @param expiresAt end of the access token
 */
public record Tokens(String access, @Nullable String refresh, @Nullable String identity, Instant renewAt,
		Instant expiresAt) {

	/** Time for a request to arrive while the token is still good. */
	private static final Duration TRAVEL = Duration.ofSeconds(30);

	/**
	 * Just received. They are renewed after a third of their life: what is left of it
	 * carries people over an outage of the provider.
	 */
	public static Tokens received(String access, @Nullable String refresh, @Nullable String identity, Instant now,
			Instant expiresAt) {
		return new Tokens(access, refresh, identity, now.plus(Duration.between(now, expiresAt).dividedBy(3)),
				expiresAt);
	}

	/** Nobody needs a newer one yet. */
	boolean isFresh(Instant now) {
		return now.isBefore(this.renewAt) && isLasting(now);
	}

	/** Good enough to be sent while a newer one is bought. */
	boolean isLasting(Instant now) {
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
