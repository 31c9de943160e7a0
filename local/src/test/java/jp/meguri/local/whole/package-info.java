/**
 * The whole platform as {@code ./meguri up} runs it, in a data directory and at ports of
 * its own.
 */
@NullMarked
package jp.meguri.local.whole;

import org.jspecify.annotations.NullMarked;
