/**
 * Sessions of the browser (セッション) in PostgreSQL: who is signed in, and the provider's
 * tokens, which never leave the server.
 */
@NullMarked
package jp.meguri.gateway.session;

import org.jspecify.annotations.NullMarked;
