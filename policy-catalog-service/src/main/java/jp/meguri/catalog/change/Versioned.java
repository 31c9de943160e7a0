package jp.meguri.catalog.change;

import java.util.UUID;

/**
 * The state of an aggregate at a revision.
 *
 * @param revision counted from 1; also the version of the event that announces it
 */
public record Versioned<T>(UUID id, T state, long revision) {
}
