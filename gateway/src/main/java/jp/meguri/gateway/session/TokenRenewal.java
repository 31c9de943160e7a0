package jp.meguri.gateway.session;

import reactor.core.publisher.Mono;

/**
 * Buys new tokens from the provider of a city.
 */
@FunctionalInterface
public interface TokenRenewal {

	/**
	 * Fails with {@link SignInEnded} if the provider no longer knows the sign-in, and
	 * with any other error if it could not be asked.
	 */
	Mono<Tokens> renew(String city, Tokens old);

	/** The provider refuses: the person has to sign in again. */
	final class SignInEnded extends RuntimeException {

		public SignInEnded(Throwable cause) {
			super("The provider no longer knows this sign-in", cause, false, false);
		}

	}

}
