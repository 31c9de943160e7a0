/**
 * The copies of what other services announce: goals with the full content of each
 * confirmed revision, the rounds in use, the plans' names.
 */
@NullMarked
package jp.meguri.evaluation.goal;

import org.jspecify.annotations.NullMarked;
