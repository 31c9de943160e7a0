/**
 * Years as documents write them: eras (和暦), Western years, fiscal years (年度).
 */
@NullMarked
package jp.meguri.reading.wareki;

import org.jspecify.annotations.NullMarked;
