/**
 * The city office by fiscal year (組織): departments and their sections.
 */
@NullMarked
package jp.meguri.catalog.unit;

import org.jspecify.annotations.NullMarked;
