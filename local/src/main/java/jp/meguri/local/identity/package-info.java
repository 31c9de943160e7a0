/**
 * The development identity provider (開発用の認証): one issuer per invented city. It says who
 * somebody is, never what they may do.
 */
@NullMarked
package jp.meguri.local.identity;

import org.jspecify.annotations.NullMarked;
