/**
 * Deadlines (期限), derived from the windows of the cycle and never typed in, and the
 * ladder of reminders before and after them.
 */
@NullMarked
package jp.meguri.notifications.deadline;

import org.jspecify.annotations.NullMarked;
