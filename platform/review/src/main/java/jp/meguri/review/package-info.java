/**
 * 審査の流れ: how a goal or a report goes from clerk to department head to planning division,
 * who may do what on the way, and what is kept of it. Goals and reports share it.
 */
@NullMarked
package jp.meguri.review;

import org.jspecify.annotations.NullMarked;
