/**
 * Who may use which route (権限): the caller's identity, the table of roles and routes, the
 * check of units in addresses, protection of cookie sessions against foreign pages.
 */
@NullMarked
package jp.meguri.gateway.access;

import org.jspecify.annotations.NullMarked;
