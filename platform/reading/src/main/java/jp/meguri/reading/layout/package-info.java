/**
 * From characters to rows, cells and pieces, whatever the markup: tab-separated rows with
 * HTML remnants, Markdown, HTML tables, plain lines. Knows no document family.
 */
@NullMarked
package jp.meguri.reading.layout;

import org.jspecify.annotations.NullMarked;
