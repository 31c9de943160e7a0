package jp.meguri.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done.
 *
 * @param municipality the city
 * @param person who did it, or null where the system acted by itself
 * @param personName the person's name at that time
 * @param action what was done, e.g. {@code goal.approve}
 * @param objectType what it was done to, e.g. {@code goal}
 * @param objectId which one
 * @param revision the object's revision after it, or null where it has none
 * @param at when
 * @param correlation the request, or null
 * @param facts further facts, such as a reason; no texts of goals or reports
 */
public record AuditEntry(UUID municipality, @Nullable UUID person, String personName, String action, String objectType,
		UUID objectId, @Nullable Long revision, Instant at, @Nullable String correlation, Map<String, String> facts) {

	public AuditEntry {
		facts = Map.copyOf(facts);
	}

}
