/**
 * 公表: what becomes public, exactly as it was decided. A release is a self-contained
 * document with a hash; a correction is a new edition, nothing that was published is ever
 * changed.
 */
@NullMarked
package jp.meguri.evaluation.release;

import org.jspecify.annotations.NullMarked;
