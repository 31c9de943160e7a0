package jp.meguri.faults.load;

import org.jspecify.annotations.Nullable;

/**
 * One thing a person does, however often it has to be sent.
 *
 * @param id unique in the run; also the marker in what it writes
 * @param what what is done
 * @param user who does it
 * @param method HTTP method
 * @param path path of the request
 * @param key Idempotency-Key, or null
 * @param object the goal or report it is done to, or null for a create
 * @param revision the revision that was read, 0 for a create
 * @param body the request's body, or null
 */
public record Write(String id, What what, String user, String method, String path, @Nullable String key,
		@Nullable String object, long revision, @Nullable String body) {
}
