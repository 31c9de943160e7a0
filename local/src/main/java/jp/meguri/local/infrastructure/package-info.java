/**
 * What the services stand on: PostgreSQL, Kafka, the provider and the mail sink.
 */
@NullMarked
package jp.meguri.local.infrastructure;

import org.jspecify.annotations.NullMarked;
