/**
 * Result sheets of a plan (実施計画の取組み結果): one row for each commitment, with the columns
 * Plan, Do, Check and Action. Columns are found by their heads, levels of the plan by the
 * columns left of the title.
 */
@NullMarked
package jp.meguri.reading.pdca;

import org.jspecify.annotations.NullMarked;
