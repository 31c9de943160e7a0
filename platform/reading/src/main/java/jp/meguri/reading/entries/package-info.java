/**
 * From the pieces of a field to its tree of entries: printed list markers and what they
 * mean for each other.
 */
@NullMarked
package jp.meguri.reading.entries;

import org.jspecify.annotations.NullMarked;
