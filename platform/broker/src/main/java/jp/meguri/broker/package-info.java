/**
 * A Kafka broker for one machine: a real one, alone.
 */
@NullMarked
package jp.meguri.broker;

import org.jspecify.annotations.NullMarked;
