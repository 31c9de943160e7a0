package jp.meguri.faults.load;

import org.jspecify.annotations.Nullable;

/**
 * A line of the client's log: a request about to be sent ({@code status} is null), or
 * what came back.
 *
 * @param at milliseconds since 1970
 * @param write the write it belongs to
 * @param attempt 1 for the first time it is sent
 * @param correlation the id this attempt carries
 * @param what what is done
 * @param user who does it
 * @param key Idempotency-Key, or null
 * @param object what it is done to, or null
 * @param expected the revision named in the request
 * @param status HTTP status, 0 where no answer came, null before
 * @param revision revision in the answer's ETag, 0 for none
 * @param id id in the answer, or null
 * @param said the problem's type or the exception; empty for none
 */
public record LogLine(long at, String write, int attempt, String correlation, What what, String user,
		@Nullable String key, @Nullable String object, long expected, @Nullable Integer status, long revision,
		@Nullable String id, String said) {
}
