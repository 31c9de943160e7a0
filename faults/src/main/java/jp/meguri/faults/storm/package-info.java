/**
 * Storms: many who ask at once and hang up, many more than can be answered, and whether
 * Meguri is the same afterwards.
 */
@NullMarked
package jp.meguri.faults.storm;

import org.jspecify.annotations.NullMarked;
