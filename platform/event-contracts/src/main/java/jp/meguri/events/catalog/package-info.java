/**
 * What policy-catalog-service announces on {@code meguri.catalog.v1}; the key is the
 * municipality.
 */
@NullMarked
package jp.meguri.events.catalog;

import org.jspecify.annotations.NullMarked;
