package jp.meguri.review;

import java.time.Instant;
import java.util.UUID;

/**
 * What one person is typing (下書き): without revision, audit or event until it is promoted.
 *
 * @param item the goal or report
 * @param baseRevision the revision the person started from
 */
public record WorkingCopy<T>(UUID item, long baseRevision, T content, Instant updatedAt) {
}
