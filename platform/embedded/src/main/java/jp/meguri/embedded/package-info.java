/**
 * PostgreSQL and Kafka as processes of this machine: the real programs, no container.
 */
@NullMarked
package jp.meguri.embedded;

import org.jspecify.annotations.NullMarked;
