/**
 * The reader of department goal sheets (目標シート, family T of the domain guide): finds its
 * way by headings, column heads and shapes of codes, never by a document's own words.
 */
@NullMarked
package jp.meguri.reading.goalsheet;

import org.jspecify.annotations.NullMarked;
