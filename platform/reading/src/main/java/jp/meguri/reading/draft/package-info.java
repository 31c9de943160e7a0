/**
 * What a reader makes of a document: texts with the places they were found at, remarks
 * for a person, and what was left over. Plain values.
 */
@NullMarked
package jp.meguri.reading.draft;

import org.jspecify.annotations.NullMarked;
