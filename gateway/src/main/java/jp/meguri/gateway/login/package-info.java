/**
 * Signing in (ログイン) at the identity provider of one's city: authorization code with PKCE.
 */
@NullMarked
package jp.meguri.gateway.login;

import org.jspecify.annotations.NullMarked;
