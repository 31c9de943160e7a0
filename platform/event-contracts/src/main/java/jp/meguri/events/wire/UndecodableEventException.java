package jp.meguri.events.wire;

import org.jspecify.annotations.Nullable;

/**
 * A record that is no event of ours, or a broken one.
 */
public final class UndecodableEventException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UndecodableEventException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
