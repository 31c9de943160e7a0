/**
 * The embedded default (組み込み構成): everything Meguri needs on one machine, started by
 * {@code ./meguri up}.
 */
@NullMarked
package jp.meguri.local;

import org.jspecify.annotations.NullMarked;
