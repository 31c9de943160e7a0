/**
 * 目標シート: the goals of a unit and their life from draft to publication. The goal is what
 * is owned, revised, submitted and approved; the sheet is their order.
 */
@NullMarked
package jp.meguri.goals.sheet;

import org.jspecify.annotations.NullMarked;
