/**
 * The operators' own tenant and the first operators, from the settings.
 */
@NullMarked
package jp.meguri.catalog.operators;

import org.jspecify.annotations.NullMarked;
