/**
 * What the grammars of phrases share: the text as a grammar sees it, rules and how they
 * are put together, and what a phrase cannot say by itself (its fiscal year).
 */
@NullMarked
package jp.meguri.reading.phrase;

import org.jspecify.annotations.NullMarked;
