package jp.meguri.notifications.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice in a person's inbox.
 *
 * @param count how many goals or reports it is about
 */
public record Notice(UUID id, UUID municipality, UUID person, NoticeKind kind, Facts facts, int count, String link,
		Instant createdAt, @Nullable Instant readAt) {
}
