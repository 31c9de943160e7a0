/**
 * Traces: one id from a click over the outbox and Kafka to the letter it causes.
 */
@NullMarked
package jp.meguri.trace;

import org.jspecify.annotations.NullMarked;
