package jp.meguri.directory;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the copy of one city has come.
 *
 * @param revision counted up by every change
 * @param heardAt time of the catalog's last heartbeat, or null before the first
 */
record CityState(long revision, @Nullable Instant heardAt) {

	static final CityState UNKNOWN = new CityState(-1, null);

	/** A copy that has not heard from the catalog for this long refuses writes. */
	static final Duration FRESH_FOR = Duration.ofMinutes(10);

	boolean isFresh(Instant now) {
		return this.heardAt != null && this.heardAt.isAfter(now.minus(FRESH_FOR));
	}

}
