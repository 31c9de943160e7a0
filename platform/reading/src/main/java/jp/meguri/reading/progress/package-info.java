/**
 * The progress sheet of a plan (計画の進捗評価): under each measure the initiatives (取組内容) with
 * section, progress, issues, next step and grade. Sheets laid out as slides lose the
 * order of their boxes; what cannot be tied is left.
 */
@NullMarked
package jp.meguri.reading.progress;

import org.jspecify.annotations.NullMarked;
