/**
 * What evaluation-service announces on {@code meguri.evaluations.v1}; the key is the
 * sheet.
 */
@NullMarked
package jp.meguri.events.evaluation;

import org.jspecify.annotations.NullMarked;
