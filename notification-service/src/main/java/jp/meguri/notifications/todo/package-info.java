/**
 * やること: what waits for a person, derived at the moment of asking.
 */
@NullMarked
package jp.meguri.notifications.todo;

import org.jspecify.annotations.NullMarked;
