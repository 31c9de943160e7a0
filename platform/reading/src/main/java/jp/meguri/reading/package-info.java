/**
 * Documents of city offices to drafts a person can check: decoding, layout, and one
 * reader per family of documents.
 */
@NullMarked
package jp.meguri.reading;

import org.jspecify.annotations.NullMarked;
