/**
 * Tasks that one process at a time may do, with a lease row as the proof.
 */
@NullMarked
package jp.meguri.database.lease;

import org.jspecify.annotations.NullMarked;
