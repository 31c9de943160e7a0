/**
 * Meguri as a person starts it, with a proxy on every way between its parts.
 */
@NullMarked
package jp.meguri.faults.platform;

import org.jspecify.annotations.NullMarked;
