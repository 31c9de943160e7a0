package jp.meguri.review;

import java.util.UUID;

/**
 * A goal or report in the revision that was read; commands on sets name them.
 */
public record NamedItem(UUID id, long revision) {
}
