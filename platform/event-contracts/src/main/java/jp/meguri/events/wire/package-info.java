/**
 * How an event travels: CloudEvents 1.0, binary mode, JSON.
 */
@NullMarked
package jp.meguri.events.wire;

import org.jspecify.annotations.NullMarked;
