/**
 * What goals-service announces on {@code meguri.goals.v1}; the key is the sheet.
 */
@NullMarked
package jp.meguri.events.goals;

import org.jspecify.annotations.NullMarked;
