/**
 * The audit trail (操作記録): who did what, chained by hashes so that a later change shows.
 */
@NullMarked
package jp.meguri.audit;

import org.jspecify.annotations.NullMarked;
