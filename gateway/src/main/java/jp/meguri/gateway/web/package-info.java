/**
 * Ground for the other packages: filters of the public port, the id of a request, the
 * addresses of the pages.
 */
@NullMarked
package jp.meguri.gateway.web;

import org.jspecify.annotations.NullMarked;
