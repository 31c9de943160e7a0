/**
 * The texts of goals and reports as they are stored, shown, compared and announced.
 */
@NullMarked
package jp.meguri.events.content;

import org.jspecify.annotations.NullMarked;
