package jp.meguri.notifications.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter to one person about one notice.
 *
 * @param messageId the Message-ID of every attempt to send it
 * @param attempts how often sending was tried
 */
record Mail(UUID id, UUID municipality, UUID notice, UUID person, String address, String messageId, int attempts,
		Instant createdAt) {
}
