/**
 * 取込: takes over what a registered document offers to the catalog, its plan and the
 * sections it names, and answers what became of it.
 */
@NullMarked
package jp.meguri.catalog.offer;

import org.jspecify.annotations.NullMarked;
