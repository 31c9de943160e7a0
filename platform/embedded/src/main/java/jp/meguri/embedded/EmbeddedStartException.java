package jp.meguri.embedded;

import org.jspecify.annotations.Nullable;

/**
 * A program did not start; the message says why, for the person in front of the screen.
 */
public final class EmbeddedStartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	EmbeddedStartException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	EmbeddedStartException(String message) {
		this(message, null);
	}

}
