/**
 * The time of the city's business (業務日付), which demonstrations may move ahead.
 */
@NullMarked
package jp.meguri.time;

import org.jspecify.annotations.NullMarked;
