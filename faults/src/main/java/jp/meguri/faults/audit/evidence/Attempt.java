package jp.meguri.faults.audit.evidence;

import org.jspecify.annotations.Nullable;

/**
 * One time a write was sent.
 *
 * @param correlation the id this attempt carried
 * @param sentAt milliseconds since 1970
 * @param status HTTP status, 0 where no answer came
 * @param revision revision in the answer's ETag, 0 for none
 * @param id id in the answer, or null
 * @param said the problem, empty for none
 */
public record Attempt(String correlation, long sentAt, int status, long revision, @Nullable String id, String said) {

	public boolean isAcknowledged() {
		return this.status >= 200 && this.status < 300;
	}

	public boolean isUnknown() {
		return this.status == 0 || this.status >= 500;
	}

}
