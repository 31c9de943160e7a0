package jp.meguri.web.operations;

import java.util.UUID;

/**
 * What became of a dead letter.
 *
 * @param resolution {@code replayed}, {@code superseded} or {@code discarded}
 */
record Resolution(UUID id, String resolution) {
}
