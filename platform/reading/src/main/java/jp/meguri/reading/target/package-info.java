/**
 * Numeric targets (目標値) and figures of results (実績値) inside free text: 「3校区以上」 to a
 * {@link jp.meguri.reading.target.Target}. Numbers make quantities, quantities with their
 * words make bounds, bounds in their sentence make targets or figures.
 */
@NullMarked
package jp.meguri.reading.target;

import org.jspecify.annotations.NullMarked;
