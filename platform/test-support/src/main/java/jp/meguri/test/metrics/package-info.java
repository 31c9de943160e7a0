/**
 * Whether the numbers that rules and dashboards ask for exist.
 */
@NullMarked
package jp.meguri.test.metrics;

import org.jspecify.annotations.NullMarked;
