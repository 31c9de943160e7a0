/**
 * Grading schemes (評価区分); a grade means nothing outside of its scheme.
 */
@NullMarked
package jp.meguri.catalog.grading;

import org.jspecify.annotations.NullMarked;
