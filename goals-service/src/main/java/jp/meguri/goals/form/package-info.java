/**
 * 市独自の様式: a planner says once per form which of its heads is which field. From then on it
 * is recognised when it comes in, and sheets go out on it.
 */
@NullMarked
package jp.meguri.goals.form;

import org.jspecify.annotations.NullMarked;
