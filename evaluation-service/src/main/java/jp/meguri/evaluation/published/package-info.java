/**
 * 公表ページ: the open side. Server-rendered pages and the canonical documents, read with a
 * database role that sees nothing but what is published.
 */
@NullMarked
package jp.meguri.evaluation.published;

import org.jspecify.annotations.NullMarked;
