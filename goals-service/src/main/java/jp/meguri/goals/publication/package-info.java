/**
 * 公表: which releases show which goals, as evaluation-service announces them.
 */
@NullMarked
package jp.meguri.goals.publication;

import org.jspecify.annotations.NullMarked;
