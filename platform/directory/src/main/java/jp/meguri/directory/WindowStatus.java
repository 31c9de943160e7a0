package jp.meguri.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether something may be written now, and if not, why.
 *
 * @param window the window that was judged, or null without one
 * @param opensAt from when, or null for always
 * @param closesAt until when (exclusive, extension included), or null for always
 * @param reason why a planner closed it early or extended it; empty otherwise
 * @param revision the window's revision; 0 without a window
 */
public record WindowStatus(State state, @Nullable UUID window, @Nullable Instant opensAt, @Nullable Instant closesAt,
		String reason, long revision) {

	static final WindowStatus ALWAYS = new WindowStatus(State.OPEN, null, null, null, "", 0);

	static final WindowStatus NO_WINDOW = new WindowStatus(State.NO_WINDOW, null, null, null, "", 0);

	public boolean isOpen() {
		return this.state == State.OPEN;
	}

	/** Since when it is closed; null unless it is. */
	public @Nullable Instant since() {
		return (this.state == State.CLOSED) ? this.closesAt : null;
	}

	/** Until when it is not open yet, or open; null where nothing ends. */
	public @Nullable Instant until() {
		return switch (this.state) {
			case OPEN -> this.closesAt;
			case NOT_YET_OPEN -> this.opensAt;
			default -> null;
		};
	}

	public enum State {

		OPEN, NOT_YET_OPEN, CLOSED, NO_WINDOW

	}

}
