/**
 * What every change of the catalog has in common: one document per aggregate, its next
 * revision, the event that announces it and the entry in the audit trail.
 */
@NullMarked
package jp.meguri.catalog.change;

import org.jspecify.annotations.NullMarked;
