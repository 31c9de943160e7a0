/**
 * 認証基盤の公開鍵: the public keys of the identity providers, as the gateway and every service
 * know them.
 */
@NullMarked
package jp.meguri.identity.keys;

import org.jspecify.annotations.NullMarked;
