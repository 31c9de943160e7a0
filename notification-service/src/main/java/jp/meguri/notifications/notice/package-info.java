/**
 * The inbox (お知らせ): what a person is told, once, with the link to the very place.
 */
@NullMarked
package jp.meguri.notifications.notice;

import org.jspecify.annotations.NullMarked;
