/**
 * Turns whatever went wrong into one {@code application/problem+json} answer.
 */
@NullMarked
package jp.meguri.web.problem;

import org.jspecify.annotations.NullMarked;
