/**
 * 提出状況: who owes what, and the planner's requests and contact notes.
 */
@NullMarked
package jp.meguri.notifications.submission;

import org.jspecify.annotations.NullMarked;
