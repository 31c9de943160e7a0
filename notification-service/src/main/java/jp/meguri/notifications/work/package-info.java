/**
 * The local copy of goals and reports, as far as it tells whose turn it is.
 */
@NullMarked
package jp.meguri.notifications.work;

import org.jspecify.annotations.NullMarked;
