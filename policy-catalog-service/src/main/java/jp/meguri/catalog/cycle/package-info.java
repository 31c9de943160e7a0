/**
 * The year's cycle (年度サイクル): rounds, entry periods (受付期間), extensions (期限の延長).
 */
@NullMarked
package jp.meguri.catalog.cycle;

import org.jspecify.annotations.NullMarked;
