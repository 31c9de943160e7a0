/**
 * Events out of a transaction and into one: the outbox with its relay, the inbox with its
 * consumers.
 */
@NullMarked
package jp.meguri.outbox;

import org.jspecify.annotations.NullMarked;
