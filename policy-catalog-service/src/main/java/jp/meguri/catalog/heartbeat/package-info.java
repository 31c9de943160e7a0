/**
 * Tells every copy of the catalog that it is up to date.
 */
@NullMarked
package jp.meguri.catalog.heartbeat;

import org.jspecify.annotations.NullMarked;
