/**
 * Cities (自治体) and the operators' own tenant.
 */
@NullMarked
package jp.meguri.catalog.municipality;

import org.jspecify.annotations.NullMarked;
