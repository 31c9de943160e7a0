/**
 * 文中の時期と数値の読み取り: what the grammars of {@code platform/reading} find in the texts of goals
 * and results. A reading is a hint beside the text; it is kept with the goal's content
 * and never triggers anything.
 */
@NullMarked
package jp.meguri.goals.phrase;

import org.jspecify.annotations.NullMarked;
