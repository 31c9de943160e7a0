/**
 * Word documents (docx) as paragraphs and tables of text, as they are shown.
 */
@NullMarked
package jp.meguri.reading.word;

import org.jspecify.annotations.NullMarked;
