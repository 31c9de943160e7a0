/**
 * Ground for the other packages: filters of the public port, the id of a request.
 */
@NullMarked
package jp.meguri.gateway.web;

import org.jspecify.annotations.NullMarked;
