/**
 * Spreadsheets (xlsx) as rows and cells of text, as they are shown; computed cells and
 * errors are refused with their address.
 */
@NullMarked
package jp.meguri.reading.sheet;

import org.jspecify.annotations.NullMarked;
