/**
 * The mail sink (メール受け): takes every mail the services send and keeps it as a file.
 */
@NullMarked
package jp.meguri.local.mail;

import org.jspecify.annotations.NullMarked;
