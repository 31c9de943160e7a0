/**
 * Notices, deadlines, reminders and mail.
 */
@NullMarked
package jp.meguri.notifications;

import org.jspecify.annotations.NullMarked;
