/**
 * Letters: sent by SMTP, retried, each with one Message-ID for good.
 */
@NullMarked
package jp.meguri.notifications.mail;

import org.jspecify.annotations.NullMarked;
