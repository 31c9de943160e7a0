/**
 * Other processes: started, watched, stopped, found again after a crash.
 */
@NullMarked
package jp.meguri.local.process;

import org.jspecify.annotations.NullMarked;
