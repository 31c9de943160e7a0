/**
 * Goal sheets (目標シート) as files people work with: Meguri's own workbook, written and read
 * back, JSON and CSV.
 */
@NullMarked
package jp.meguri.workbook;

import org.jspecify.annotations.NullMarked;
