/**
 * Who may knock at all: tokens of trusted issuers, and nothing open that was not opened.
 */
@NullMarked
package jp.meguri.web.security;

import org.jspecify.annotations.NullMarked;
