/**
 * What every request meets before anyone asks who sent it: address, host, size, rate,
 * headers.
 */
@NullMarked
package jp.meguri.gateway.edge;

import org.jspecify.annotations.NullMarked;
