/**
 * Documents with real tables to the text the layout reads: one line per row, cells
 * separated by tabs.
 */
@NullMarked
package jp.meguri.reading.source;

import org.jspecify.annotations.NullMarked;
