/**
 * The bad inputs of the reliability list and the fuzz, at a running platform.
 */
@NullMarked
package jp.meguri.fuzz;

import org.jspecify.annotations.NullMarked;
