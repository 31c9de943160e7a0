/**
 * Domain time moved ahead (業務日付): {@code ./meguri clock +20d}.
 */
@NullMarked
package jp.meguri.local.clock;

import org.jspecify.annotations.NullMarked;
