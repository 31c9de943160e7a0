/**
 * What goes wrong, when and for how long; drawn from a seed.
 */
@NullMarked
package jp.meguri.faults.fault;

import org.jspecify.annotations.NullMarked;
