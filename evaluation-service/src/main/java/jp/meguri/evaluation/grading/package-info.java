/**
 * 評価区分: the city's grading schemes as the catalog announced them. A grade means something
 * in its scheme only.
 */
@NullMarked
package jp.meguri.evaluation.grading;

import org.jspecify.annotations.NullMarked;
