/**
 * The reform plan (改革プラン): items of several years with purpose, a tree of initiatives,
 * phases tied to them, and targets that cite them.
 */
@NullMarked
package jp.meguri.reading.reformplan;

import org.jspecify.annotations.NullMarked;
