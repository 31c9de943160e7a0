/**
 * Writes a service's contract from its handlers, for the tests of the services
 * ({@code service-web} as {@code test-jar}).
 */
@NullMarked
package jp.meguri.web.contract;

import org.jspecify.annotations.NullMarked;
