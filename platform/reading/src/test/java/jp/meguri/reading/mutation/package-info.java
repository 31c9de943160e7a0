/**
 * Documents damaged on purpose, with the truth carried along: what each surviving
 * character was before.
 */
@NullMarked
package jp.meguri.reading.mutation;

import org.jspecify.annotations.NullMarked;
