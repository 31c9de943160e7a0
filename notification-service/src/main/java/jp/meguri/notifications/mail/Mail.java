package jp.meguri.notifications.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one person about one notice.
 *
 * @param messageId the Message-ID of every attempt to send it
 * @param trace where the trace of what it tells stood, or null
 * @param attempts how often sending was tried
 */
record Mail(UUID id, UUID municipality, UUID notice, UUID person, String address, String messageId,
		@Nullable String trace, int attempts, Instant createdAt) {
}
